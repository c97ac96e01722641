import { notFound } from 'next/navigation';
import { ReReviewActions } from '@/components/supervision/re-review-actions';
import { SupervisionView } from '@/components/supervision/supervision-view';
import { listStream } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { pass, refuse } from '../actions';

/** One supervised order, as operations see it, with the re-review where its scene has one. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireOperator('supervision.read');
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const log = await listStream(actor, `order:${detail.order.id}`);
  const may = allowedEvents(supervision, detail.row, actor);
  return (
    <SupervisionView
      detail={detail}
      log={log}
      portal="ops"
      actions={
        may.includes('passReReview') ? (
          <ReReviewActions detail={detail} pass={pass} refuse={refuse} />
        ) : undefined
      }
    />
  );
}
