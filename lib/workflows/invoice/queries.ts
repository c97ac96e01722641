import { and, asc, desc, eq, gte, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import { invoiceOrders, invoices, merchantCards } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { dayRange } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { searchQuery } from '@/lib/search/words';
import { settingReader } from '@/lib/settings/read';
import type { InvoiceNumbering } from '@/lib/settings/registry/invoice';
import { numberingOf } from './check-issue';
import type { InvoiceFilters } from './filters';
import type { InvoiceRow } from './machine';

const own = (actor: Actor) =>
  ownRows(actor, 'invoice.read', {
    merchant: invoices.merchantId,
    buyer: invoices.buyerId,
    product: invoices.productId,
  });

function conditions(actor: Actor, filters: InvoiceFilters, now: Date): SQL | undefined {
  const { from, to } = dayRange(filters);
  const query = filters.q ? searchQuery(filters.q) : '';
  return and(
    own(actor),
    filters.state ? eq(invoices.state, filters.state) : undefined,
    filters.kind ? eq(invoices.kind, filters.kind) : undefined,
    filters.medium ? eq(invoices.medium, filters.medium) : undefined,
    filters.overdue ? and(eq(invoices.state, 'toIssue'), lte(invoices.issueBy, now)) : undefined,
    query
      ? sql`to_tsvector('simple', ${invoices.searchText}) @@ to_tsquery('simple', ${query})`
      : undefined,
    from ? gte(invoices.createdAt, from) : undefined,
    to ? lt(invoices.createdAt, to) : undefined,
  );
}

/** Invoices as the actor may see them, newest first, with the time. */
export function listInvoices(
  actor: Actor,
  filters: InvoiceFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<InvoiceRow> & { now: Date }> {
  return withActor(actor, async ({ tx, now }) => {
    const rows = await tx
      .select()
      .from(invoices)
      .where(and(conditions(actor, filters, now), after ? lt(invoices.id, after) : undefined))
      .orderBy(desc(invoices.id))
      .limit(size + 1);
    return { ...pageOf(rows, (row) => row.id, size), now };
  });
}

/** How many invoices match, up to the cap. */
export function countInvoices(actor: Actor, filters: InvoiceFilters): Promise<number> {
  return withActor(actor, ({ tx, now }) =>
    cappedCount(tx, invoices, conditions(actor, filters, now)),
  );
}

export type InvoiceOrderRow = typeof invoiceOrders.$inferSelect;
/** Another invoice that a page leads to. */
export type InvoiceLink = Pick<InvoiceRow, 'id' | 'number' | 'state' | 'taxRate' | 'amount'>;

export interface InvoiceDetail {
  invoice: InvoiceRow;
  orders: InvoiceOrderRow[];
  file: FileSummary | undefined;
  /** Asked for together with it. */
  siblings: InvoiceLink[];
  /** The returned one it stands for, and the one that stands for it. */
  replaces: InvoiceLink | undefined;
  replacedBy: InvoiceLink | undefined;
  /** How the customer reaches the merchant. */
  contact: { phone: string; email: string } | undefined;
  numbering: InvoiceNumbering;
  courierFreeFrom: bigint;
  now: Date;
}

const LINK = {
  id: invoices.id,
  number: invoices.number,
  state: invoices.state,
  taxRate: invoices.taxRate,
  amount: invoices.amount,
};

/** One invoice with everything both parties see of it; nothing for strangers. */
export function getInvoice(actor: Actor, id: string): Promise<InvoiceDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select()
      .from(invoices)
      .where(and(own(actor), eq(invoices.id, id)));
    if (!found) return undefined;
    const others = (condition: SQL | undefined) =>
      tx
        .select(LINK)
        .from(invoices)
        .where(and(own(actor), condition))
        .orderBy(asc(invoices.id));
    const [replaces] = found.replacesId ? await others(eq(invoices.id, found.replacesId)) : [];
    const [replacedBy] = await others(eq(invoices.replacesId, id));
    const [contact] = await tx
      .select({ phone: merchantCards.servicePhone, email: merchantCards.serviceEmail })
      .from(merchantCards)
      .where(eq(merchantCards.merchantId, found.merchantId));
    const files = await getFiles(tx, [found.fileId]);
    const setting = settingReader(tx, now);
    return {
      invoice: found,
      orders: await tx
        .select()
        .from(invoiceOrders)
        .where(eq(invoiceOrders.invoiceId, id))
        .orderBy(asc(invoiceOrders.orderLineId)),
      file: found.fileId ? files.get(found.fileId) : undefined,
      siblings: await others(
        and(eq(invoices.applicationId, found.applicationId), ne(invoices.id, id)),
      ),
      replaces,
      replacedBy,
      contact,
      numbering: numberingOf(await setting('invoice.numbering'), found),
      courierFreeFrom: BigInt(await setting('invoice.courierFreeFrom')),
      now,
    };
  });
}

/** The invoices of an order, the living one first, for links from its page; nothing for who may not read them. */
export function listInvoicesOfOrder(actor: Actor, orderId: string): Promise<InvoiceLink[]> {
  return withActor(actor, async ({ tx }) => {
    if (!can(actor, 'invoice.read')) return [];
    return tx
      .selectDistinct({ ...LINK, live: invoiceOrders.live })
      .from(invoices)
      .innerJoin(invoiceOrders, eq(invoiceOrders.invoiceId, invoices.id))
      .where(and(own(actor), eq(invoiceOrders.orderId, orderId)))
      .orderBy(desc(invoiceOrders.live), desc(invoices.id));
  });
}
