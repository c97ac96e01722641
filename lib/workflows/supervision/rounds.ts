import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { supervisionRounds } from '@/db/schema';
import type { ROUND_KINDS, ROUND_OUTCOMES } from '@/db/schema/supervision';
import type { EffectContext } from '@/lib/engine/bind';
import { newId } from '@/lib/ids';
import { keepDocuments } from './documents';
import type { SupervisionFacts, SupervisionRow } from './machine';

type Kind = (typeof ROUND_KINDS)[number];
type Context<Input = unknown> = EffectContext<SupervisionRow, Input, SupervisionFacts>;
type Documents = Partial<Record<string, string[]>>;

/** Writes what was handed in as a round of its own, with its files and their evidence. */
export async function startRound(
  context: Context<{ documents: Documents }>,
  round: { kind: Kind; round: number; text: string; enabledAt: Date | null },
): Promise<void> {
  const { tx, now, row, input, record } = context;
  const id = newId('supervisionRound', now);
  await tx.insert(supervisionRounds).values({
    ...round,
    id,
    supervisionId: row.id,
    submittedAt: now,
    merchantId: row.merchantId,
    buyerId: row.buyerId,
  });
  const files = await keepDocuments(context, id, input.documents);
  record({
    files,
    data: { round: round.round, text: round.text, documents: input.documents },
  });
}

const current = (row: SupervisionRow, kind: Kind) =>
  and(
    eq(supervisionRounds.supervisionId, row.id),
    eq(supervisionRounds.kind, kind),
    eq(supervisionRounds.round, kind === 'requirement' ? row.requirementRound : row.deliveryRound),
  );

/** Closes the current round with what was decided on it. */
export async function decideRound(
  { tx, now, row, record }: Context<never> | Context,
  kind: Kind,
  outcome: (typeof ROUND_OUTCOMES)[number],
  reason?: string,
): Promise<void> {
  await update(tx, row, kind, { outcome, reason: reason ?? null, decidedAt: now });
  const round = kind === 'requirement' ? row.requirementRound : row.deliveryRound;
  record({ data: { round, ...(reason ? { reason } : {}) } });
}

/** A round that is to be judged again: sent back by the decision of an appeal. Its earlier judgement stays in the log. */
export function reopenRound(tx: Tx, row: SupervisionRow, kind: Kind): Promise<void> {
  return update(tx, row, kind, { outcome: null, reason: null, decidedAt: null });
}

/** Keeps what the platform's re-review found in the current delivery. */
export async function noteReReview(
  { tx, now, row, record }: Context<never> | Context,
  note: string,
  checks: string[],
): Promise<void> {
  await update(tx, row, 'delivery', {
    reReviewedAt: now,
    reReviewNote: note || null,
    reReviewChecks: checks,
  });
  record({ data: { round: row.deliveryRound, checks, ...(note ? { note } : {}) } });
}

async function update(
  tx: Tx,
  row: SupervisionRow,
  kind: Kind,
  values: Partial<typeof supervisionRounds.$inferInsert>,
): Promise<void> {
  await tx.update(supervisionRounds).set(values).where(current(row, kind));
}
