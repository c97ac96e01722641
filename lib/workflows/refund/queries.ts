import { and, asc, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import { merchantCards, orderLines, orders, refundDocuments, refunds } from '@/db/schema';
import { OPEN_REFUND_STATES } from '@/db/schema/refund';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { dayRange } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { searchQuery } from '@/lib/search/words';
import { settingReader } from '@/lib/settings/read';
import type { SettingValue } from '@/lib/settings/registry';
import { getSupervision, type SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { demandsFor, type RefundDemand } from './documents';
import type { RefundFilters } from './filters';
import type { RefundRow } from './machine';
import { type RefundSubject, readSubject } from './subject';

const own = (actor: Actor) =>
  ownRows(actor, 'refund.read', {
    merchant: refunds.merchantId,
    buyer: refunds.buyerId,
    product: refunds.productId,
  });

function matching(filters: RefundFilters, now: Date): SQL | undefined {
  const query = filters.q ? searchQuery(filters.q) : '';
  const { from, to } = dayRange(filters);
  return and(
    query
      ? sql`to_tsvector('simple', ${refunds.searchText}) @@ to_tsquery('simple', ${query})`
      : undefined,
    filters.state === 'open'
      ? inArray(refunds.state, [...OPEN_REFUND_STATES])
      : filters.state && eq(refunds.state, filters.state),
    filters.part === 'full' ? eq(refunds.amount, refunds.paid) : undefined,
    filters.part === 'partial' ? lt(refunds.amount, refunds.paid) : undefined,
    filters.overdue
      ? and(inArray(refunds.state, [...OPEN_REFUND_STATES]), lte(refunds.dueAt, now))
      : undefined,
    from ? gte(refunds.createdAt, from) : undefined,
    to ? lt(refunds.createdAt, to) : undefined,
  );
}

/** Requests of the actor, newest first (orders-and-refunds.md 7.4). */
export function listRefunds(
  actor: Actor,
  filters: RefundFilters,
  size = PAGE_SIZE,
): Promise<Page<RefundRow> & { now: Date }> {
  return withActor(actor, async ({ tx, now }) => {
    const rows = await tx
      .select()
      .from(refunds)
      .where(
        and(
          own(actor),
          matching(filters, now),
          filters.after ? lt(refunds.id, filters.after) : undefined,
        ),
      )
      .orderBy(desc(refunds.id))
      .limit(size + 1);
    return { ...pageOf(rows, (row) => row.id, size), now };
  });
}

/** How many match, up to the cap. */
export function countRefunds(actor: Actor, filters: RefundFilters): Promise<number> {
  return withActor(actor, ({ tx, now }) =>
    cappedCount(tx, refunds, and(own(actor), matching(filters, now))),
  );
}

/** Every request of an order, the latest first; nothing for who may not read them. */
export function listRefundsOfOrder(actor: Actor, orderId: string): Promise<RefundRow[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(refunds)
      .where(and(own(actor), eq(refunds.orderId, orderId)))
      .orderBy(desc(refunds.round)),
  );
}

export interface RefundDetail {
  row: RefundRow;
  order: typeof orders.$inferSelect;
  line: typeof orderLines.$inferSelect;
  documents: (typeof refundDocuments.$inferSelect)[];
  /** Other requests of the same order, the latest first. */
  others: RefundRow[];
  /** How far the delivery came. */
  delivery: SupervisionDetail | undefined;
  /** How the buyer reaches the merchant. */
  merchant: typeof merchantCards.$inferSelect | undefined;
  now: Date;
}

/** One request with everything that its reader may see of it; nothing for who may not see it. */
export async function getRefund(actor: Actor, id: string): Promise<RefundDetail | undefined> {
  const found = await withActor(actor, async ({ tx, now }) => {
    const [read] = await tx
      .select({ row: refunds, order: orders, line: orderLines, merchant: merchantCards })
      .from(refunds)
      .innerJoin(orders, eq(orders.id, refunds.orderId))
      .innerJoin(orderLines, eq(orderLines.orderId, refunds.orderId))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, refunds.merchantId))
      .where(and(own(actor), eq(refunds.id, id)));
    if (!read) return undefined;
    const documents = await tx
      .select()
      .from(refundDocuments)
      .where(eq(refundDocuments.refundId, id))
      .orderBy(asc(refundDocuments.position), asc(refundDocuments.id));
    return { ...read, merchant: read.merchant ?? undefined, documents, now };
  });
  if (!found) return undefined;
  const [all, delivery] = await Promise.all([
    listRefundsOfOrder(actor, found.row.orderId),
    getSupervision(actor, found.row.supervisionId),
  ]);
  return { ...found, others: all.filter((other) => other.id !== id), delivery };
}

/** What the merchant's decision asks for: files by kind, for either answer. */
export function getRefundDemands(
  actor: Actor,
  row: RefundRow,
): Promise<Record<'agree' | 'reject', RefundDemand[]>> {
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const rows = await setting('refund.documents');
    const most = await setting('refund.filesPerKind');
    const partial = row.amount < row.paid;
    return {
      agree: demandsFor(rows, { decision: 'agree', partial, most }),
      reject: demandsFor(rows, { decision: 'reject', partial, most }),
    };
  });
}

export interface RefundOffer extends RefundSubject {
  reasons: SettingValue<'refund.reasons'>;
  /** Working days that the merchant has for its decision. */
  decideDays: number;
  now: Date;
}

/**
 * What the form for a refund of an order shows: the rule that applies and whatever stands in the way, now. Nothing for
 * an order of somebody else and for one that was never paid.
 */
export async function getRefundOffer(
  actor: Actor,
  orderId: string,
): Promise<RefundOffer | undefined> {
  const buyerId = accountOf(actor);
  if (!buyerId || !can(actor, 'refund.request')) return undefined;
  return withActor(system('refund offer'), async (context) => {
    const subject = await readSubject(context.tx, orderId);
    if (subject?.order.buyerId !== buyerId) return undefined;
    return { ...subject, ...(await formRules(context)), now: context.now };
  });
}

async function formRules({ tx, now }: Context) {
  const setting = settingReader(tx, now);
  return {
    reasons: await setting('refund.reasons'),
    decideDays: await setting('refund.decideWorkingDays'),
  };
}
