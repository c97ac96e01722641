import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reviewItems } from '@/db/schema';
import type { DeadlineSubject } from '@/lib/deadlines/arm';
import { newId } from '@/lib/ids';

/** The subject entered its review state: it appears in the queue, a resubmission as a new round. */
export async function openReview(
  tx: Tx,
  item: DeadlineSubject & { title: string; permission: string; at: Date; dueAt: Date | null },
): Promise<void> {
  const fresh = {
    title: item.title,
    status: 'open' as const,
    submittedAt: item.at,
    dueAt: item.dueAt,
    closedAt: null,
    claimedBy: null,
    claimedUntil: null,
    decision: null,
    appliesAt: null,
  };
  await tx
    .insert(reviewItems)
    .values({
      ...fresh,
      id: newId('reviewItem', item.at),
      noun: item.noun,
      subjectId: item.subjectId,
      permission: item.permission,
      round: 1,
      merchantId: item.tenant.merchantId ?? null,
      accountId: item.tenant.accountId ?? item.tenant.buyerId ?? null,
    })
    .onConflictDoUpdate({
      target: [reviewItems.noun, reviewItems.subjectId],
      set: { ...fresh, round: sql`${reviewItems.round} + 1` },
    });
}

/** The subject left its review state, by a decision or because it was withdrawn. */
export async function closeReview(tx: Tx, item: DeadlineSubject & { at: Date }): Promise<void> {
  await tx
    .update(reviewItems)
    .set({
      status: 'closed',
      closedAt: item.at,
      claimedBy: null,
      claimedUntil: null,
      decision: null,
      appliesAt: null,
    })
    .where(and(eq(reviewItems.noun, item.noun), eq(reviewItems.subjectId, item.subjectId)));
}
