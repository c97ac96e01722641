import { notFound } from 'next/navigation';
import { AcceptanceActions } from '@/components/supervision/acceptance-actions';
import { SupervisionView } from '@/components/supervision/supervision-view';
import { ButtonLink } from '@/components/ui/button';
import { listStream } from '@/lib/audit/queries';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { accept, reject } from '../actions';

/** One supervised order, as the buyer sees it. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireBuyer();
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
      portal="buyer"
      actions={
        may.includes('accept') ? (
          <AcceptanceActions detail={detail} accept={accept} reject={reject} />
        ) : may.includes('submitRequirement') ? (
          <ButtonLink look="primary" href={`/buyer/supervision/${supervisionId}/requirement`}>
            {t('event.submitRequirement')}
          </ButtonLink>
        ) : detail.row.instanceId ? (
          <ButtonLink href={`/buyer/services/${detail.row.instanceId}`}>
            {t('detail.toService')}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}
