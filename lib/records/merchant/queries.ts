import { and, desc, eq, ilike, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { accounts, members, merchants } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { COUNT_CAP, PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';

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

export interface MerchantFilter {
  q?: string;
  certified?: 'yes' | 'no';
  after?: string;
}

export interface MerchantListRow {
  id: string;
  name: string;
  creditCode: string;
  kind: Row['kind'];
  certifiedAt: Date | null;
  createdAt: Date;
  ownerName: string;
}

function filtered({ q, certified }: MerchantFilter): SQL | undefined {
  return and(
    certified === 'yes' ? isNotNull(merchants.certifiedAt) : undefined,
    certified === 'no' ? isNull(merchants.certifiedAt) : undefined,
    q
      ? or(
          ilike(merchants.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`),
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
      .limit(PAGE_SIZE + 1);
    return pageOf(rows, (row) => row.id);
  });
}

/** How many merchants a list holds, counted up to the cap. */
export function countMerchants(actor: Actor, filter: MerchantFilter): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'merchant.read')) return 0;
    const rows = await tx
      .select({ id: merchants.id })
      .from(merchants)
      .where(filtered(filter))
      .limit(COUNT_CAP + 1);
    return rows.length;
  });
}
