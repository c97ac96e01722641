import { and, desc, eq, gte, ilike, lt, lte, or, type SQL } from 'drizzle-orm';
import { feeInvoices } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { contains } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import type { PayoutFilters } from '@/lib/records/payout/queries';
import type { FeeInvoiceRow } from './commands';

function matching(actor: Actor, { q, merchantId, from, to }: PayoutFilters): SQL | undefined {
  const like = q && contains(q);
  return and(
    ownRows(actor, 'feeInvoice.read', { merchant: feeInvoices.merchantId }),
    merchantId ? eq(feeInvoices.merchantId, merchantId) : undefined,
    like
      ? or(
          ilike(feeInvoices.merchantName, like),
          eq(feeInvoices.number, q.toUpperCase()),
          eq(feeInvoices.id, q),
        )
      : undefined,
    from ? gte(feeInvoices.issuedOn, from) : undefined,
    to ? lte(feeInvoices.issuedOn, to) : undefined,
  );
}

export type FeeInvoice = FeeInvoiceRow & { file: FileSummary | undefined };

/** Platform-fee invoices given to merchants, as the actor may see them, newest first, with their files. */
export function listFeeInvoices(
  actor: Actor,
  filters: PayoutFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<FeeInvoice>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(feeInvoices)
      .where(and(matching(actor, filters), after ? lt(feeInvoices.id, after) : undefined))
      .orderBy(desc(feeInvoices.id))
      .limit(size + 1);
    const { rows: shown, next } = pageOf(rows, (row) => row.id, size);
    const files = await getFiles(
      tx,
      shown.map(({ fileId }) => fileId),
    );
    const page = shown.map((row) => ({ ...row, file: files.get(row.fileId) }));
    return next === undefined ? { rows: page } : { rows: page, next };
  });
}

/** How many match, up to the cap. */
export function countFeeInvoices(actor: Actor, filters: PayoutFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, feeInvoices, matching(actor, filters)));
}
