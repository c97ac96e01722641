import { and, desc, eq, ilike, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  accounts,
  invitations,
  memberGroupMembers,
  memberGroups,
  members,
  products,
  sessions,
} from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { openFence, withActor } from '@/lib/engine/with-actor';
import { forbidden, notFound } from '@/lib/errors';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';
import { settingReader } from '@/lib/settings/read';
import { countSeats, isOpen, type Seats } from './access';
import type { MemberSearch } from './filter';

export interface MemberView {
  id: string;
  accountId: string;
  name: string;
  email: string;
  phone: string | null;
  owner: boolean;
  products: string[] | null;
  groups: { id: string; name: string }[];
  disabledAt: Date | null;
  createdAt: Date;
}

function reader(actor: Actor): Member {
  if (actor.kind !== 'member' || !can(actor, 'member.read')) throw forbidden();
  return actor;
}

/** Names of people are on accounts, which are not the merchant's rows: rows are filtered by merchant first. */
const memberColumns = {
  id: members.id,
  accountId: members.accountId,
  name: accounts.name,
  email: accounts.email,
  phone: accounts.phone,
  owner: members.owner,
  products: members.products,
  disabledAt: members.disabledAt,
  createdAt: members.createdAt,
};

export interface MemberFilter {
  q?: string;
  state?: 'active' | 'disabled';
  groupId?: string;
  after?: string;
}

/** Members of the actor's merchant, the newest first. */
export function listMembers(
  actor: Actor,
  filter: MemberFilter = {},
  size = PAGE_SIZE,
): Promise<Page<MemberView>> {
  return withActor(actor, async ({ tx }) => {
    const { merchantId } = reader(actor);
    await openFence(tx);
    const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
    const inGroup = filter.groupId
      ? tx
          .select({ id: memberGroupMembers.memberId })
          .from(memberGroupMembers)
          .where(
            and(
              eq(memberGroupMembers.groupId, filter.groupId),
              eq(memberGroupMembers.merchantId, merchantId),
            ),
          )
      : undefined;
    const rows = await tx
      .select(memberColumns)
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(members.merchantId, merchantId),
          isNull(members.removedAt),
          filter.state === 'disabled' ? isNotNull(members.disabledAt) : undefined,
          filter.state === 'active' ? isNull(members.disabledAt) : undefined,
          like ? or(ilike(accounts.name, like), ilike(accounts.email, like)) : undefined,
          inGroup ? inArray(members.id, inGroup) : undefined,
          filter.after ? lt(members.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(members.id))
      .limit(size + 1);
    const page = pageOf(rows, ({ id }) => id, size);
    const groups = await groupsOf(
      tx,
      merchantId,
      page.rows.map(({ id }) => id),
    );
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...row,
        products: row.products ?? null,
        groups: groups.get(row.id) ?? [],
      })),
    };
  });
}

async function groupsOf(tx: Tx, merchantId: string, memberIds: string[]) {
  const found = new Map<string, { id: string; name: string }[]>();
  if (memberIds.length === 0) return found;
  const rows = await tx
    .select({
      memberId: memberGroupMembers.memberId,
      id: memberGroups.id,
      name: memberGroups.name,
    })
    .from(memberGroupMembers)
    .innerJoin(memberGroups, eq(memberGroups.id, memberGroupMembers.groupId))
    .where(
      and(
        eq(memberGroupMembers.merchantId, merchantId),
        inArray(memberGroupMembers.memberId, memberIds),
      ),
    )
    .orderBy(memberGroups.name);
  for (const { memberId, ...group } of rows) {
    found.set(memberId, [...(found.get(memberId) ?? []), group]);
  }
  return found;
}

export interface MemberDetail extends MemberView {
  lastSeenAt: Date | null;
  productNames: { id: string; name: string }[];
}

/** One member of the actor's merchant. @throws DomainError notFound */
export function getMember(actor: Actor, id: string): Promise<MemberDetail> {
  return withActor(actor, async ({ tx }) => {
    const { merchantId } = reader(actor);
    await openFence(tx);
    const [row] = await tx
      .select(memberColumns)
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(eq(members.id, id), eq(members.merchantId, merchantId), isNull(members.removedAt)),
      );
    if (!row) throw notFound();
    const groups = await groupsOf(tx, merchantId, [id]);
    const [seen] = await tx
      .select({ at: sessions.lastSeenAt })
      .from(sessions)
      .where(eq(sessions.accountId, row.accountId))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(1);
    const productNames = row.products?.length
      ? await tx
          .select({ id: products.id, name: products.name })
          .from(products)
          .where(and(eq(products.merchantId, merchantId), inArray(products.id, row.products)))
      : [];
    return {
      ...row,
      products: row.products ?? null,
      groups: groups.get(id) ?? [],
      lastSeenAt: seen?.at ?? null,
      productNames,
    };
  });
}

/** Seats used, invited and allowed. */
export function getSeats(actor: Actor): Promise<Seats> {
  return withActor(actor, async ({ tx, now }) => {
    const { merchantId } = reader(actor);
    return countSeats(tx, settingReader(tx, now), merchantId, now);
  });
}

export type InvitationRow = Pick<
  typeof invitations.$inferSelect,
  'id' | 'email' | 'groupIds' | 'products' | 'createdAt' | 'expiresAt'
>;

/** Invitations that were not answered yet, the newest first; `q` looks in the address. */
export function listInvitations(actor: Actor, { q }: MemberSearch = {}): Promise<InvitationRow[]> {
  return withActor(actor, async ({ tx, now }) => {
    const { merchantId } = reader(actor);
    const like = containing(q);
    return tx
      .select({
        id: invitations.id,
        email: invitations.email,
        groupIds: invitations.groupIds,
        products: invitations.products,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.merchantId, merchantId),
          isOpen(now),
          like ? ilike(invitations.email, like) : undefined,
        ),
      )
      .orderBy(desc(invitations.id))
      .limit(200);
  });
}

export interface GroupView {
  id: string;
  name: string;
  permissions: string[];
  members: number;
}

/** The merchant's groups by name, with how many members each has; `q` looks in the name. */
export function listGroups(actor: Actor, { q }: MemberSearch = {}): Promise<GroupView[]> {
  return withActor(actor, async ({ tx }) => {
    const { merchantId } = reader(actor);
    const like = containing(q);
    const groups = await tx
      .select()
      .from(memberGroups)
      .where(
        and(
          eq(memberGroups.merchantId, merchantId),
          like ? ilike(memberGroups.name, like) : undefined,
        ),
      )
      .orderBy(memberGroups.name);
    const inGroups = await tx
      .select({ groupId: memberGroupMembers.groupId })
      .from(memberGroupMembers)
      .where(eq(memberGroupMembers.merchantId, merchantId));
    return groups.map(({ id, name, permissions }) => ({
      id,
      name,
      permissions,
      members: inGroups.filter(({ groupId }) => groupId === id).length,
    }));
  });
}

/** One group. @throws DomainError notFound */
export async function getGroup(actor: Actor, id: string): Promise<GroupView> {
  const group = (await listGroups(actor)).find((item) => item.id === id);
  if (!group) throw notFound();
  return group;
}

/** Products a member can be given, by name; at most 500. */
export function listScopeProducts(actor: Actor): Promise<{ id: string; name: string }[]> {
  return withActor(actor, async ({ tx }) => {
    const { merchantId } = reader(actor);
    return tx
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(eq(products.merchantId, merchantId))
      .orderBy(products.name)
      .limit(500);
  });
}
