import { notFound } from 'next/navigation';
import { refundsOfOrder } from '@/app/refund/of-order';
import { FrozenNotice } from '@/components/appeal/frozen-notice';
import { RefundSection } from '@/components/refund/refund-section';
import { RefundUnderWay } from '@/components/refund/refund-under-way';
import { AcceptanceActions } from '@/components/supervision/acceptance-actions';
import { SupervisionView } from '@/components/supervision/supervision-view';
import { ButtonLink } from '@/components/ui/button';
import { listStream } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { canAppeal } from '@/lib/workflows/appeal/nodes';
import { listAppealsOf } from '@/lib/workflows/appeal/queries';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { accept, reject } from '../actions';

/** One supervised order, as the buyer sees it. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireBuyer();
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const [t, words, log, appeals, refunds] = await Promise.all([
    getT('supervision'),
    getT('appeal'),
    listStream(actor, `order:${detail.order.id}`),
    listAppealsOf(actor, supervisionId),
    refundsOfOrder(actor, 'buyer', detail.order.id),
  ]);
  const { productId } = detail.row;
  const may = allowedEvents(supervision, detail.row, actor);
  return (
    <SupervisionView
      detail={detail}
      log={log}
      portal="buyer"
      notice={
        <>
          <FrozenNotice appeals={appeals} portal="buyer" />
          <RefundUnderWay {...refunds} />
        </>
      }
      refunds={<RefundSection {...refunds} now={detail.now} />}
      actions={
        <>
          {canAppeal(detail.row) && can(actor, 'appeal.openAsBuyer', { productId }) && (
            <ButtonLink href={`/buyer/supervision/${supervisionId}/appeal`}>
              {words('form.submit')}
            </ButtonLink>
          )}
          {may.includes('accept') ? (
            <AcceptanceActions detail={detail} accept={accept} reject={reject} />
          ) : may.includes('submitRequirement') ? (
            <ButtonLink look="primary" href={`/buyer/supervision/${supervisionId}/requirement`}>
              {t('event.submitRequirement')}
            </ButtonLink>
          ) : detail.row.instanceId ? (
            <ButtonLink href={`/buyer/services/${detail.row.instanceId}`}>
              {t('detail.toService')}
            </ButtonLink>
          ) : undefined}
        </>
      }
    />
  );
}
