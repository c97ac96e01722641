import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  ilike,
  inArray,
  lt,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { invoiceOrders, merchants, orderLines, orders, supervisions } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { cappedCount } from '@/lib/list/count';
import { contains, dayRange } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { settingReader } from '@/lib/settings/read';
import { type Application, readApplication } from './application';
import type { InvoiceableFilters } from './filters';
import { type BilledOrder, readBilledOrders, refundOpen } from './orders';
import { choice } from './schema';
import { type InvoiceShare, invoiceableOf, splitByRate } from './split';

/** An order that an invoice can be asked for. */
export interface InvoiceableOrder {
  id: string;
  number: string;
  merchantId: string;
  merchantName: string;
  productName: string;
  paidAt: Date | null;
  state: BilledOrder['row']['state'];
  /** Fen: of the order, by voucher, back to the customer, and what is left to invoice. */
  amount: bigint;
  voucherAmount: bigint;
  refunded: bigint;
  invoiceable: bigint;
  /** Basis points, one per rate in the order. */
  taxRates: number[];
}

function conditions(tx: Tx, actor: Actor, filters: InvoiceableFilters): SQL | undefined {
  const buyerId = actor.kind === 'buyer' && can(actor, 'invoice.apply') ? actor.accountId : '';
  const { from, to } = dayRange(filters);
  return and(
    eq(orders.buyerId, buyerId),
    inArray(orders.state, ['processing', 'completed']),
    gt(sql`${orders.amount} - ${orders.voucherAmount} - ${orders.refunded}`, sql`0`),
    exists(
      sql`(select 1 from ${supervisions} where ${supervisions.orderId} = ${orders.id}
        and ${supervisions.productClass} = 'general' and ${supervisions.state} <> 'appeal')`,
    ),
    sql`not exists (select 1 from ${invoiceOrders}
      where ${invoiceOrders.orderId} = ${orders.id} and ${invoiceOrders.live})`,
    not(refundOpen(tx)),
    filters.merchant ? eq(orders.merchantId, filters.merchant) : undefined,
    filters.q
      ? or(
          eq(orders.number, filters.q),
          ilike(orders.productName, contains(filters.q)),
          ilike(orders.merchantName, contains(filters.q)),
        )
      : undefined,
    from ? gte(orders.paidAt, from) : undefined,
    to ? lt(orders.paidAt, to) : undefined,
  );
}

/** The buyer's orders that an invoice can be asked for now, newest first. */
export function listInvoiceableOrders(
  actor: Actor,
  filters: InvoiceableFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<InvoiceableOrder>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(orders)
      .where(and(conditions(tx, actor, filters), after ? lt(orders.id, after) : undefined))
      .orderBy(desc(orders.id))
      .limit(size + 1);
    const page = pageOf(rows, (row) => row.id, size);
    const ids = page.rows.map(({ id }) => id);
    const lines = ids.length
      ? await tx.select().from(orderLines).where(inArray(orderLines.orderId, ids))
      : [];
    return {
      ...page,
      rows: page.rows.map((row) => {
        const own = lines.filter(({ orderId }) => orderId === row.id);
        return {
          id: row.id,
          number: row.number,
          merchantId: row.merchantId,
          merchantName: row.merchantName,
          productName: row.productName,
          paidAt: row.paidAt,
          state: row.state,
          amount: row.amount,
          voucherAmount: row.voucherAmount,
          refunded: row.refunded,
          invoiceable: invoiceableOf({ id: row.id, refunded: row.refunded, lines: own }),
          taxRates: [...new Set(own.map(({ taxRate }) => taxRate))].sort((a, b) => b - a),
        };
      }),
    };
  });
}

/** How many of the buyer's orders can be invoiced, up to the cap. */
export function countInvoiceableOrders(actor: Actor, filters: InvoiceableFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, orders, conditions(tx, actor, filters)));
}

/** What the application form shows of the chosen orders. */
export interface ApplicationStart {
  merchantId: string;
  merchantName: string;
  orders: BilledOrder[];
  /** Invoices that result, before title and medium are chosen. */
  shares: InvoiceShare[];
  /** Kind and medium that the merchant issues. */
  offered: string[];
  courierFreeFrom: bigint;
  issueDays: number;
}

/**
 * The chosen orders by merchant, with what stands against them; orders of others are left out. More than one entry
 * means that they must be asked for one merchant at a time.
 */
export async function getApplicationStart(
  actor: Actor,
  ids: readonly string[],
): Promise<ApplicationStart[]> {
  const buyerId = accountOf(actor);
  if (actor.kind !== 'buyer' || !buyerId || !can(actor, 'invoice.apply')) return [];
  // What the merchant issues lies outside the buyer's fence.
  return withActor(system('invoice application'), async ({ tx, now }) => {
    const wanted = [...new Set(ids)].slice(0, 500);
    const orders = await readBilledOrders(tx, { ids: wanted, buyerId, lock: false });
    const merchantIds = [...new Set(orders.map(({ row }) => row.merchantId))];
    const rows = merchantIds.length
      ? await tx
          .select({ id: merchants.id, types: merchants.invoiceTypes })
          .from(merchants)
          .where(inArray(merchants.id, merchantIds))
          .orderBy(asc(merchants.id))
      : [];
    const setting = settingReader(tx, now);
    const courierFreeFrom = BigInt(await setting('invoice.courierFreeFrom'));
    const issueDays = await setting('invoice.issueDays');
    return rows.map(({ id, types }) => {
      const own = orders.filter(({ row }) => row.merchantId === id);
      return {
        merchantId: id,
        merchantName: own[0]?.row.merchantName ?? '',
        orders: own,
        shares: splitByRate(own.filter(({ obstacle }) => !obstacle)),
        offered: types,
        courierFreeFrom,
        issueDays,
      };
    });
  });
}

/**
 * The application as it would be made now; nothing is written.
 * @throws DomainError as `applyForInvoices`
 */
export async function previewApplication(actor: Actor, input: unknown): Promise<Application> {
  const buyerId = accountOf(actor);
  if (actor.kind !== 'buyer' || !buyerId || !can(actor, 'invoice.apply')) throw notFound();
  const chosen = parseInput(choice, input);
  return withActor(system('invoice application'), ({ tx, now }) =>
    readApplication(tx, chosen, { buyerId, setting: settingReader(tx, now), lock: false }),
  );
}

/** Whether an order's page offers to ask for an invoice. */
export async function mayInvoice(actor: Actor, orderId: string): Promise<boolean> {
  const buyerId = accountOf(actor);
  if (actor.kind !== 'buyer' || !buyerId || !can(actor, 'invoice.apply')) return false;
  const [order] = await withActor(system('invoice application'), ({ tx }) =>
    readBilledOrders(tx, { ids: [orderId], buyerId, lock: false }),
  );
  return order !== undefined && order.obstacle === undefined;
}
