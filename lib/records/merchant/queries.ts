import {
  and,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { z } from 'zod';
import { accounts, members, merchants } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';

type Row = typeof merchants.$inferSelect;
/** A merchant without its access key, and with its bank account masked. */
export type MerchantView = Omit<Row, 'accessKey'> & { now: Date };

function viewOf({ accessKey: _key, invoicing, ...row }: Row, now: Date): MerchantView {
  return {
    ...row,
    invoicing: invoicing && { ...invoicing, bankAccount: `*${invoicing.bankAccount.slice(-4)}` },
    now,
  };
}

/** The merchant whose hat is on. @throws DomainError notFound */
export function getOwnMerchant(actor: Actor): Promise<MerchantView> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'member') throw notFound();
    const [row] = await tx.select().from(merchants).where(eq(merchants.id, actor.merchantId));
    if (!row) throw notFound();
    return viewOf(row, now);
  });
}

export interface MerchantDetail extends MerchantView {
  ownerName: string;
  ownerEmail: string;
  memberCount: number;
}

/** One merchant for operations. @throws DomainError notFound */
export function getMerchantDetail(actor: Actor, id: string): Promise<MerchantDetail> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'operator' || !can(actor, 'merchant.read')) throw notFound();
    const [row] = await tx
      .select({ merchant: merchants, ownerName: accounts.name, ownerEmail: accounts.email })
      .from(merchants)
      .innerJoin(accounts, eq(accounts.id, merchants.ownerAccountId))
      .where(eq(merchants.id, id));
    if (!row) throw notFound();
    const [count] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(members)
      .where(and(eq(members.merchantId, id), isNull(members.removedAt)));
    const { merchant, ...owner } = row;
    return { ...viewOf(merchant, now), ...owner, memberCount: count?.count ?? 0 };
  });
}

/** The list's filters as its address holds them; wrong values count as none. */
export const merchantFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  certified: z.enum(['yes', 'no']).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
});
export type MerchantFilter = z.infer<typeof merchantFilter>;

export interface MerchantListRow {
  id: string;
  name: string;
  creditCode: string;
  kind: Row['kind'];
  certifiedAt: Date | null;
  createdAt: Date;
  ownerName: string;
}

function filtered({ q = '', certified }: MerchantFilter): SQL | undefined {
  const words = containing(q);
  return and(
    certified === 'yes' ? isNotNull(merchants.certifiedAt) : undefined,
    certified === 'no' ? isNull(merchants.certifiedAt) : undefined,
    words
      ? or(
          ilike(merchants.name, words),
          eq(merchants.creditCode, q.toUpperCase()),
          eq(merchants.id, q),
        )
      : undefined,
  );
}

/** Merchants for operations, newest first. */
export function listMerchants(
  actor: Actor,
  filter: MerchantFilter,
  size = PAGE_SIZE,
): Promise<Page<MerchantListRow>> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'merchant.read')) return { rows: [] };
    const rows = await tx
      .select({
        id: merchants.id,
        name: merchants.name,
        creditCode: merchants.creditCode,
        kind: merchants.kind,
        certifiedAt: merchants.certifiedAt,
        createdAt: merchants.createdAt,
        ownerName: accounts.name,
      })
      .from(merchants)
      .innerJoin(accounts, eq(accounts.id, merchants.ownerAccountId))
      .where(and(filtered(filter), filter.after ? lt(merchants.id, filter.after) : undefined))
      .orderBy(desc(merchants.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many merchants a list holds, counted up to the cap. */
export function countMerchants(actor: Actor, filter: MerchantFilter): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'merchant.read')) return 0;
    return cappedCount(tx, merchants, filtered(filter));
  });
}

/** Names of the accounts that acted in a log, for operations. */
export function listStreamNames(
  actor: Actor,
  rows: readonly { actor: Record<string, string> }[],
): Promise<Record<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.actor.accountId ?? []))];
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || ids.length === 0) return {};
    const found = await tx
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, ids));
    return Object.fromEntries(found.map(({ id, name }) => [id, name]));
  });
}
