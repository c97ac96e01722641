import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orderNumber } from '@/lib/workflows/order/number';

/** The next number of an application, such as `FP26112248271009`; a rolled-back one leaves a gap. */
export async function nextInvoiceNumber(tx: Tx, at: Date, timeZone: string): Promise<string> {
  const rows = await tx.execute<{ serial: string }>(
    sql`select nextval('invoice_serial')::text as serial`,
  );
  return `FP${orderNumber(BigInt(rows[0]?.serial ?? 0), at, timeZone)}`;
}
