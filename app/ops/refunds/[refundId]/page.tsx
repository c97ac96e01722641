import { notFound } from 'next/navigation';
import { RefundView } from '@/components/refund/refund-view';
import { ButtonLink } from '@/components/ui/button';
import { listEvidence } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { getRefund } from '@/lib/workflows/refund/queries';

/** One refund, as operations see it: to look at, since the merchant decides. */
export default async function Page({ params }: { params: Promise<{ refundId: string }> }) {
  const actor = await requireOperator('refund.read');
  const { refundId } = await params;
  const detail = await getRefund(actor, refundId);
  if (!detail) notFound();
  const [t, log] = await Promise.all([
    getT('refund.detail'),
    listEvidence(actor, 'refund', refundId),
  ]);
  return (
    <RefundView
      detail={detail}
      log={log}
      portal="ops"
      actions={
        <ButtonLink href={`/ops/supervision/${detail.row.supervisionId}`}>
          {t('toSupervision')}
        </ButtonLink>
      }
    />
  );
}
