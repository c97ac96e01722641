import { notFound } from 'next/navigation';
import { ConfirmRequirementActions } from '@/components/supervision/confirm-requirement-actions';
import { SupervisionView } from '@/components/supervision/supervision-view';
import { ButtonLink } from '@/components/ui/button';
import { listStream } from '@/lib/audit/queries';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { confirm, reject } from '../actions';

/** One supervised order, as the merchant sees it. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireMerchant('supervision.read');
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const [t, log] = await Promise.all([
    getT('supervision'),
    listStream(actor, `order:${detail.order.id}`),
  ]);
  const may = allowedEvents(supervision, detail.row, actor);
  return (
    <SupervisionView
      detail={detail}
      log={log}
      portal="merchant"
      actions={
        may.includes('confirmRequirement') ? (
          <ConfirmRequirementActions detail={detail} confirm={confirm} reject={reject} />
        ) : may.includes('deliver') ? (
          <ButtonLink look="primary" href={`/merchant/supervision/${supervisionId}/deliver`}>
            {t('event.deliver')}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}
