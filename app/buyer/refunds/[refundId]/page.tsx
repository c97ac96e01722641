import { notFound } from 'next/navigation';
import { RefundView } from '@/components/refund/refund-view';
import { ButtonLink } from '@/components/ui/button';
import { EventButton } from '@/components/workflow/event-button';
import { listEvidence } from '@/lib/audit/queries';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { refund } from '@/lib/workflows/refund/machine';
import { getRefund, getRefundOffer } from '@/lib/workflows/refund/queries';
import { withdraw } from '../actions';

/** One refund, as the buyer sees it. */
export default async function Page({ params }: { params: Promise<{ refundId: string }> }) {
  const actor = await requireBuyer();
  const { refundId } = await params;
  const detail = await getRefund(actor, refundId);
  if (!detail) notFound();
  const { row } = detail;
  const [t, format, log, offer] = await Promise.all([
    getT('refund'),
    getFormat(),
    listEvidence(actor, 'refund', refundId),
    getRefundOffer(actor, row.orderId),
  ]);
  const again = (row.state === 'rejected' || row.state === 'withdrawn') && !offer?.against;
  return (
    <RefundView
      detail={detail}
      log={log}
      portal="buyer"
      actions={
        <>
          <ButtonLink href={`/buyer/supervision/${row.supervisionId}`}>
            {t('detail.toSupervision')}
          </ButtonLink>
          {allowedEvents(refund, row, actor).includes('withdraw') && (
            <EventButton
              noun="refund"
              event="withdraw"
              row={row}
              action={withdraw}
              intro={t('withdraw.intro')}
              success={t('withdraw.success')}
              consequences={[
                { label: t('field.amount'), value: format.money(row.amount) },
                { label: t('form.money'), value: t('decide.rejectThen') },
              ]}
            />
          )}
          {again && (
            <ButtonLink look="primary" href={`/buyer/orders/${row.orderId}/refund`}>
              {t('detail.again')}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
