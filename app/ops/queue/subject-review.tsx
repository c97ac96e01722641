import type { ReactNode } from 'react';
import type { Consequence } from '@/components/ui/confirm-dialog';
import { ReviewBar } from '@/components/workflow/review-bar';
import type { Actor } from '@/lib/auth/actor';
import { accountOf } from '@/lib/auth/actor';
import { can, type Permission } from '@/lib/auth/permissions';
import { readClock } from '@/lib/records/clock/queries';
import { reviewPage } from '@/lib/records/review/pages';
import {
  getReviewer,
  getReviewItem,
  neighbourOf,
  type ReviewItem,
} from '@/lib/records/review/queries';
import { workflowOf } from '@/lib/workflows/all';
import { claim, decide, release, undo } from './actions';

interface Side {
  intro?: ReactNode;
  consequences?: Consequence[];
  /** Fields of the event, e.g. `<RejectFields>`. */
  fields?: ReactNode;
}

/**
 * The reviewer's bar of one application, with its claim, its pending decision and its neighbours in the queue. Shows
 * nothing when the application is not waiting for this operator. The decision's event comes from the machine.
 */
export async function SubjectReview({
  actor,
  noun,
  subjectId,
  version,
  approve,
  reject,
}: {
  actor: Actor;
  noun: string;
  subjectId: string;
  version: number;
  approve: Side;
  reject: Side;
}) {
  const review = workflowOf(noun)?.machine.review;
  const item = await getReviewItem(actor, noun, subjectId);
  if (!review || item?.status !== 'open' || !can(actor, item.permission as Permission)) return null;
  const [{ now }, before, after] = await Promise.all([
    readClock(actor),
    neighbourOf(actor, item, 'previous'),
    neighbourOf(actor, item, 'next'),
  ]);
  const held = item.claimedBy && item.claimedUntil && item.claimedUntil > now;
  const mine = Boolean(held) && item.claimedBy === accountOf(actor);
  const holder = held && !mine ? await getReviewer(actor, item.claimedBy as string) : undefined;
  const { decision } = item;
  const decider =
    decision && decision.by !== accountOf(actor)
      ? await getReviewer(actor, decision.by)
      : undefined;
  const pageOf = (neighbour: ReviewItem | undefined) =>
    neighbour ? reviewPage(neighbour.noun, neighbour.subjectId) : null;
  return (
    <ReviewBar
      hidden={{ noun, subjectId, version }}
      claim={{ mine, ...(holder ? { by: holder } : {}), until: held ? item.claimedUntil : null }}
      decided={
        decision && item.appliesAt
          ? {
              approved: decision.event === review.approve,
              appliesAt: item.appliesAt,
              ...(decider === undefined ? {} : { by: decider }),
            }
          : null
      }
      approve={{ ...approve, action: decide, fields: withEvent(review.approve, approve.fields) }}
      reject={{ ...reject, action: decide, fields: withEvent(review.reject, reject.fields) }}
      actions={{ claim, release, undo }}
      previous={pageOf(before)}
      next={pageOf(after)}
    />
  );
}

const withEvent = (event: string, fields: ReactNode) => (
  <>
    <input type="hidden" name="event" value={event} />
    {fields}
  </>
);
