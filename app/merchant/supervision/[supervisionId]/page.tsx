import { notFound } from 'next/navigation';
import { refundsOfOrder } from '@/app/refund/of-order';
import { FrozenNotice } from '@/components/appeal/frozen-notice';
import { RefundSection } from '@/components/refund/refund-section';
import { RefundUnderWay } from '@/components/refund/refund-under-way';
import { ConfirmRequirementActions } from '@/components/supervision/confirm-requirement-actions';
import { SupervisionView } from '@/components/supervision/supervision-view';
import { ButtonLink } from '@/components/ui/button';
import { listStream } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { canAppeal } from '@/lib/workflows/appeal/nodes';
import { listAppealsOf } from '@/lib/workflows/appeal/queries';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { confirm, reject } from '../actions';

/** One supervised order, as the merchant sees it. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireMerchant('supervision.read');
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const [t, words, log, appeals, refunds] = await Promise.all([
    getT('supervision'),
    getT('appeal'),
    listStream(actor, `order:${detail.order.id}`),
    listAppealsOf(actor, supervisionId),
    refundsOfOrder(actor, 'merchant', detail.order.id),
  ]);
  const { productId } = detail.row;
  const may = allowedEvents(supervision, detail.row, actor);
  return (
    <SupervisionView
      detail={detail}
      log={log}
      portal="merchant"
      notice={
        <>
          <FrozenNotice appeals={appeals} portal="merchant" />
          <RefundUnderWay {...refunds} />
        </>
      }
      refunds={<RefundSection {...refunds} now={detail.now} />}
      actions={
        <>
          {canAppeal(detail.row) && can(actor, 'appeal.open', { productId }) && (
            <ButtonLink href={`/merchant/supervision/${supervisionId}/appeal`}>
              {words('form.submit')}
            </ButtonLink>
          )}
          {may.includes('confirmRequirement') ? (
            <ConfirmRequirementActions detail={detail} confirm={confirm} reject={reject} />
          ) : may.includes('deliver') ? (
            <ButtonLink look="primary" href={`/merchant/supervision/${supervisionId}/deliver`}>
              {t('event.deliver')}
            </ButtonLink>
          ) : undefined}
        </>
      }
    />
  );
}
