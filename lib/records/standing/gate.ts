import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { standings } from '@/db/schema';
import type { StandingState } from '@/db/schema/standing';

export interface Standing {
  state: StandingState;
  /** End of the list that the merchant is on. */
  until: Date | null;
  reason: string | null;
}

/** Can neither publish nor change products, nor issue vouchers (onboarding.md 9). */
const MAY_NOT_SELL: readonly StandingState[] = ['blacklisted', 'expelled', 'exited'];
/** Not in the shop any more: nothing of theirs can be ordered. */
const GONE: readonly StandingState[] = ['expelled', 'exited'];

/** Whether who stands so may sell: for pages, that say it before a form is filled in; commands ask `merchantMaySell`. */
export const maySell = (standing: Standing | undefined): boolean =>
  !standing || !MAY_NOT_SELL.includes(standing.state);

const keyOf = (merchantId: string) => `standing:${merchantId}`;

/** How a merchant stands. The fence must be open, or the reader be the merchant itself. */
export async function standingOf(tx: Tx, merchantId: string): Promise<Standing> {
  const [row] = await tx
    .select({ state: standings.state, until: standings.until, reason: standings.reason })
    .from(standings)
    .where(eq(standings.merchantId, merchantId));
  return row ?? { state: 'good', until: null, reason: null };
}

/**
 * As `standingOf`, and nobody changes it until the caller commits: what was allowed is done before a list, an
 * expulsion or an exit looks at what there is.
 */
async function heldStanding(tx: Tx, merchantId: string): Promise<Standing> {
  await tx.execute(
    sql`select pg_advisory_xact_lock_shared(hashtextextended(${keyOf(merchantId)}, 0))`,
  );
  return standingOf(tx, merchantId);
}

/** Alone with the merchant's standing until the commit. Callers hold the row of the standing first. */
export async function lockStanding(tx: Tx, merchantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(merchantId)}, 0))`);
}

/**
 * Whether the merchant may publish and change products and issue vouchers; it stays so until the caller commits.
 * Needs the fence open: call it from facts or effects.
 */
export async function merchantMaySell(tx: Tx, merchantId: string): Promise<boolean> {
  return maySell(await heldStanding(tx, merchantId));
}

/** Whether orders may be placed with the merchant; it stays so until the caller commits. Needs the fence open. */
export async function merchantTrades(tx: Tx, merchantId: string): Promise<boolean> {
  const { state } = await heldStanding(tx, merchantId);
  return !GONE.includes(state);
}
