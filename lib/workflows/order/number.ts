import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { dayOf } from '@/lib/time/working-days';

const SPACE = 100_000_000n;
/** Odd and not a multiple of 5, so that multiplying by it moves 0 … 10⁸−1 onto itself. */
const SCATTER = 48_271_009n;

/**
 * An order's number from its serial: the day and eight digits, `26112148271009`. Two serials within 10⁸ never share
 * the eight digits, and neighbours look nothing alike, so that a number tells nobody how much is sold.
 */
export function orderNumber(serial: bigint, at: Date, timeZone: string): string {
  const day = dayOf(at, timeZone).replaceAll('-', '').slice(2);
  return day + String((serial * SCATTER) % SPACE).padStart(8, '0');
}

/** The next number; a rolled-back order leaves a gap. */
export async function nextOrderNumber(tx: Tx, at: Date, timeZone: string): Promise<string> {
  const rows = await tx.execute<{ serial: string }>(
    sql`select nextval('order_serial')::text as serial`,
  );
  return orderNumber(BigInt(rows[0]?.serial ?? 0), at, timeZone);
}
