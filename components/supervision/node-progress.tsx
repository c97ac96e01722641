import { Check } from 'lucide-react';
import { cx } from '@/components/ui/class-names';
import { getFormat, getT } from '@/lib/i18n/server';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';

type Node = SupervisionRow['state'];

/** The nodes this record passes, by its flow and scene. */
function nodesOfRecord(row: SupervisionRow): Node[] {
  return [
    ...(row.requirementStep ? (['requirement', 'requirementConfirm'] as const) : []),
    'delivery',
    ...(row.reReview ? (['reReview'] as const) : []),
    'acceptance',
    'done',
  ];
}

/** When a node was last left; nodes that were gone back to are open again. */
function passedAt({ row, rounds }: SupervisionDetail): Partial<Record<Node, Date | null>> {
  const latest = (kind: 'requirement' | 'delivery') =>
    rounds.find(({ round }) => round.kind === kind)?.round;
  const requirement = latest('requirement');
  const delivery = latest('delivery');
  return {
    requirement: requirement?.submittedAt,
    requirementConfirm: requirement?.outcome === 'confirmed' ? requirement.decidedAt : null,
    delivery: delivery?.submittedAt,
    reReview: delivery?.reReviewedAt,
    acceptance: row.acceptedAt,
    done: row.acceptedAt,
  };
}

/** Where the record stands: a line of nodes, each with who acts and when it was passed. */
export async function NodeProgress({ detail }: { detail: SupervisionDetail }) {
  const [t, format] = await Promise.all([getT('supervision'), getFormat()]);
  const { row } = detail;
  const nodes = nodesOfRecord(row);
  // A record that an appeal stopped, or that was closed, shows how far it came.
  const stopped = row.state === 'appeal' || row.state === 'closed';
  const here = nodes.indexOf(stopped && row.returnTo ? row.returnTo : row.state);
  const passed = passedAt(detail);
  return (
    <ol className="grid gap-x-2 gap-y-3 sm:auto-cols-fr sm:grid-flow-col">
      {nodes.map((node, index) => {
        const done = index < here || row.state === 'done';
        const now = index === here && !done && row.state !== 'closed';
        const at = done ? passed[node] : now ? row.stateSince : null;
        return (
          <li
            key={node}
            aria-current={now ? 'step' : undefined}
            className={cx(
              'flex gap-3 border-separator sm:block sm:border-t-2 sm:pt-3',
              done && 'sm:border-success',
              now && 'sm:border-accent',
            )}
          >
            <span
              className={cx(
                'grid size-6 shrink-0 place-items-center rounded-full text-[12px] font-semibold',
                done
                  ? 'bg-success-soft text-success-soft-foreground'
                  : now
                    ? 'bg-accent text-accent-foreground'
                    : 'bg-default text-muted',
              )}
            >
              {done ? <Check aria-hidden="true" className="size-3.5" /> : index + 1}
            </span>
            <span className="min-w-0 sm:mt-2 sm:block">
              <span className={cx('block', now ? 'font-semibold' : !done && 'text-muted')}>
                {t(`node.${node}`)}
                {done && <span className="sr-only"> {t('detail.passed')}</span>}
              </span>
              {at && (
                <span className="num block text-[12px] text-muted">
                  {now ? t('detail.since', { at: format.dateTime(at) }) : format.dateTime(at)}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
