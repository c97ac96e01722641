import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { memberGroupMembers, members } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { parseInput } from '@/lib/engine/parse';
import { notFound, refused } from '@/lib/errors';
import { checkAccess, scopeOf, setGroups } from './access';
import { changeOfMerchant } from './change-of-merchant';
import { accessInput } from './schema';

type MemberRow = typeof members.$inferSelect;

/** The member row, locked. @throws DomainError notFound, refused for the owner, who cannot be changed */
async function lockMember(tx: Tx, merchantId: string, id: string): Promise<MemberRow> {
  const [row] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, id), eq(members.merchantId, merchantId), isNull(members.removedAt)))
    .for('update');
  if (!row) throw notFound();
  if (row.owner) throw refused('member.error.owner');
  return row;
}

const groupsOf = async (tx: Tx, memberId: string) =>
  (
    await tx
      .select({ id: memberGroupMembers.groupId })
      .from(memberGroupMembers)
      .where(eq(memberGroupMembers.memberId, memberId))
  ).map(({ id }) => id);

/**
 * Puts a member in groups and gives it a product scope; holds from the member's next request on.
 * @throws DomainError forbidden, notFound, refused (owner), invalid
 */
export async function setMemberAccess(actor: Actor, id: string, input: unknown): Promise<void> {
  const values = parseInput(accessInput, input);
  const spec = { noun: 'member', action: 'setAccess', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx }, { merchantId }) => {
    const row = await lockMember(tx, merchantId, id);
    await checkAccess(tx, merchantId, values);
    const before = { groupIds: await groupsOf(tx, id), products: row.products };
    const after = { groupIds: values.groupIds, products: scopeOf(values) };
    await setGroups(tx, merchantId, id, values.groupIds);
    await tx
      .update(members)
      .set({ products: after.products, version: sql`${members.version} + 1` })
      .where(eq(members.id, id));
    return { subjectId: id, before, after, value: undefined };
  });
}

/** Shuts a member out for the time being, or lets it in again; effective at its next request. */
export function setMemberDisabled(actor: Actor, id: string, disabled: boolean): Promise<void> {
  const action = disabled ? 'disable' : 'enable';
  const spec = { noun: 'member', action, permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx, now }, { merchantId }) => {
    const row = await lockMember(tx, merchantId, id);
    const disabledAt = disabled ? (row.disabledAt ?? now) : null;
    await tx.update(members).set({ disabledAt }).where(eq(members.id, id));
    return {
      subjectId: id,
      before: { disabledAt: row.disabledAt },
      after: { disabledAt },
      value: undefined,
      notify: ['member'],
    };
  });
}

/**
 * Removes a member; what it did stays in the evidence, its seat is free at once.
 * @throws DomainError forbidden, notFound, refused (owner)
 */
export function removeMember(actor: Actor, id: string): Promise<void> {
  const spec = { noun: 'member', action: 'remove', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx, now }, { merchantId }) => {
    const row = await lockMember(tx, merchantId, id);
    await tx.delete(memberGroupMembers).where(eq(memberGroupMembers.memberId, id));
    await tx.update(members).set({ removedAt: now }).where(eq(members.id, id));
    return {
      subjectId: id,
      before: { accountId: row.accountId, products: row.products },
      value: undefined,
      notify: ['member'],
    };
  });
}
