import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { invitations, memberGroupMembers, memberGroups, members, products } from '@/db/schema';
import { invalid } from '@/lib/errors';
import type { SettingReader } from '@/lib/settings/read';

export interface Access {
  groupIds: string[];
  scope: 'all' | 'some';
  products: string[];
}

/** The product scope as it is kept: null for every product. */
export const scopeOf = ({ scope, products: chosen }: Access) => (scope === 'all' ? null : chosen);

/**
 * Checks that groups and products are the merchant's own.
 * @throws DomainError invalid (`groupIds`, `products`)
 */
export async function checkAccess(tx: Tx, merchantId: string, access: Access): Promise<void> {
  const groups = access.groupIds.length
    ? await tx
        .select({ id: memberGroups.id })
        .from(memberGroups)
        .where(
          and(eq(memberGroups.merchantId, merchantId), inArray(memberGroups.id, access.groupIds)),
        )
    : [];
  if (groups.length !== access.groupIds.length)
    throw invalid({ groupIds: 'form.error.notAChoice' });
  if (access.scope === 'all') return;
  if (access.products.length === 0) throw invalid({ products: 'member.error.noProduct' });
  const own = await tx
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.merchantId, merchantId), inArray(products.id, access.products)));
  if (own.length !== access.products.length) throw invalid({ products: 'form.error.notAChoice' });
}

/** Puts a member in exactly these groups. */
export async function setGroups(
  tx: Tx,
  merchantId: string,
  memberId: string,
  groupIds: readonly string[],
): Promise<void> {
  await tx.delete(memberGroupMembers).where(eq(memberGroupMembers.memberId, memberId));
  if (groupIds.length === 0) return;
  // A group that was deleted meanwhile is left out.
  const there = await tx
    .select({ id: memberGroups.id })
    .from(memberGroups)
    .where(and(eq(memberGroups.merchantId, merchantId), inArray(memberGroups.id, [...groupIds])));
  if (there.length === 0) return;
  await tx
    .insert(memberGroupMembers)
    .values(there.map(({ id }) => ({ groupId: id, memberId, merchantId })));
}

/** One change of a merchant's seats at a time. */
export async function lockSeats(tx: Tx, merchantId: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`seats:${merchantId}`}, 0))`,
  );
}

export interface Seats {
  used: number;
  invited: number;
  most: number;
}

/** Sub-users (the owner is none) and open invitations, of at most `member.most` (onboarding.md 7.3). */
export async function countSeats(
  tx: Tx,
  setting: SettingReader,
  merchantId: string,
  now: Date,
): Promise<Seats> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(members)
    .where(
      and(eq(members.merchantId, merchantId), eq(members.owner, false), isNull(members.removedAt)),
    );
  const [open] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(invitations)
    .where(and(eq(invitations.merchantId, merchantId), isOpen(now)));
  return { used: row?.count ?? 0, invited: open?.count ?? 0, most: await setting('member.most') };
}

/** Invitations that can still be accepted. */
export const isOpen = (now: Date) =>
  and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    sql`${invitations.expiresAt} > ${now.toISOString()}::timestamptz`,
  );
