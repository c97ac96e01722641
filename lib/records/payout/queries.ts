import { and, desc, eq, gte, ilike, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { businessCertifications, merchants, payouts } from '@/db/schema';
import type { PayoutBank } from '@/db/schema/payout';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import type { Fen } from '@/lib/money/ledger';
import { settingReader } from '@/lib/settings/read';
import { dayOf } from '@/lib/time/working-days';
import type { PayoutRow } from './commands';

export const payoutFilters = z.object({
  q: textFilter,
  merchantId: textFilter,
  from: dayFilter,
  to: dayFilter,
});
export type PayoutFilters = z.infer<typeof payoutFilters>;

function matching(actor: Actor, { q, merchantId, from, to }: PayoutFilters): SQL | undefined {
  const like = q && contains(q);
  return and(
    ownRows(actor, 'payout.read', { merchant: payouts.merchantId }),
    merchantId ? eq(payouts.merchantId, merchantId) : undefined,
    like
      ? or(
          ilike(payouts.merchantName, like),
          eq(payouts.bankReference, q.toUpperCase()),
          eq(payouts.id, q),
        )
      : undefined,
    from ? gte(payouts.paidOn, from) : undefined,
    to ? lte(payouts.paidOn, to) : undefined,
  );
}

/** Payments to merchants as the actor may see them, newest first. */
export function listPayouts(
  actor: Actor,
  filters: PayoutFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<PayoutRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(payouts)
      .where(and(matching(actor, filters), after ? lt(payouts.id, after) : undefined))
      .orderBy(desc(payouts.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many match, up to the cap. */
export function countPayouts(actor: Actor, filters: PayoutFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, payouts, matching(actor, filters)));
}

/** One payment with its slip; nothing for strangers. */
export function getPayout(
  actor: Actor,
  id: string,
): Promise<{ payout: PayoutRow; slip: FileSummary | undefined } | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [payout] = await tx
      .select()
      .from(payouts)
      .where(and(matching(actor, {}), eq(payouts.id, id)));
    if (!payout) return undefined;
    const files = await getFiles(tx, [payout.slipFileId]);
    return { payout, slip: files.get(payout.slipFileId ?? '') };
  });
}

/** What is owed to a merchant and by it, in fen. */
export interface MerchantMoney {
  /** To be paid out. */
  payable: Fen;
  /** Paid by customers, not yet accepted. */
  guarantee: Fen;
  /** Platform fee earned from its orders, and what of it was invoiced. */
  feeEarned: Fen;
  feeInvoiced: Fen;
}

/** Reads a merchant's money; the fence must be open, or the reader be the merchant itself. */
export async function readMerchantMoney(tx: Tx, merchantId: string): Promise<MerchantMoney> {
  const balance = (kind: string) => sql`coalesce((
    select balance from ledger_account where id = ${`${kind}:${merchantId}`}), 0)::text`;
  const [row] = await tx.execute<Record<keyof MerchantMoney, string>>(sql`
    select ${balance('payable')} as payable, ${balance('guarantee')} as guarantee,
      coalesce((select sum(fee) from "order" where merchant_id = ${merchantId}
        and state = 'completed'), 0)::text as "feeEarned",
      coalesce((select sum(amount) from fee_invoice where merchant_id = ${merchantId}), 0)::text
        as "feeInvoiced"`);
  return {
    payable: BigInt(row?.payable ?? 0),
    guarantee: BigInt(row?.guarantee ?? 0),
    feeEarned: BigInt(row?.feeEarned ?? 0),
    feeInvoiced: BigInt(row?.feeInvoiced ?? 0),
  };
}

/** The money of the merchant whose hat is on; nothing without the permission. */
export async function getOwnMoney(actor: Actor): Promise<MerchantMoney | undefined> {
  if (actor.kind !== 'member' || !can(actor, 'payout.read')) return undefined;
  return withActor(actor, ({ tx }) => readMerchantMoney(tx, actor.merchantId));
}

export interface PayForm extends MerchantMoney {
  merchant: { id: string; name: string };
  bank: PayoutBank | undefined;
  /** The day it is, as the form offers it. */
  today: string;
}

/** What finance needs to pay one merchant, by its id or whole name; nothing for strangers and merchants that are not there. */
export async function getPayForm(actor: Actor, merchantId: string): Promise<PayForm | undefined> {
  if (actor.kind !== 'operator' || !can(actor, 'payout.read')) return undefined;
  return withActor(actor, async ({ tx, now }) => {
    const [row] = await tx
      .select({ id: merchants.id, name: merchants.name, current: businessCertifications.current })
      .from(merchants)
      .leftJoin(businessCertifications, eq(businessCertifications.merchantId, merchants.id))
      .where(or(eq(merchants.id, merchantId), eq(merchants.name, merchantId)))
      .orderBy(desc(merchants.id))
      .limit(1);
    if (!row) return undefined;
    const zone = await settingReader(tx, now)('site.timeZone');
    return {
      merchant: { id: row.id, name: row.name },
      bank: row.current?.bank,
      today: dayOf(now, zone),
      ...(await readMerchantMoney(tx, row.id)),
    };
  });
}

/** Merchants to whom something is payable, most first, for the form that pays. */
export async function listPayable(
  actor: Actor,
): Promise<{ id: string; name: string; payable: Fen }[]> {
  if (actor.kind !== 'operator' || !can(actor, 'payout.read')) return [];
  return withActor(actor, async ({ tx }) => {
    const rows = await tx.execute<{ id: string; name: string; payable: string }>(sql`
      select m.id, m.name, a.balance::text as payable from ledger_account a
      join merchant m on m.id = a.merchant_id
      where a.kind = 'payable' and a.balance > 0 order by a.balance desc, m.id limit 50`);
    return rows.map(({ id, name, payable }) => ({ id, name, payable: BigInt(payable) }));
  });
}
