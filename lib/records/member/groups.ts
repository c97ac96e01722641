import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { memberGroups } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { grantablePermissions } from '@/lib/auth/permissions';
import { parseInput } from '@/lib/engine/parse';
import { invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { changeOfMerchant } from './change-of-merchant';
import { groupInput } from './schema';

function checkedGroup(input: unknown) {
  const values = parseInput(groupInput, input);
  const grantable: readonly string[] = grantablePermissions();
  if (values.permissions.some((permission) => !grantable.includes(permission))) {
    throw invalid({ permissions: 'form.error.notAChoice' });
  }
  return values;
}

async function refuseTakenName(tx: Tx, merchantId: string, name: string, except?: string) {
  const rows = await tx
    .select({ id: memberGroups.id })
    .from(memberGroups)
    .where(and(eq(memberGroups.merchantId, merchantId), eq(memberGroups.name, name)));
  if (rows.some(({ id }) => id !== except)) throw invalid({ name: 'member.error.groupName' });
}

/**
 * Makes a group with permissions.
 * @throws DomainError forbidden, invalid (`name` taken, `permissions` not grantable)
 */
export async function createGroup(actor: Actor, input: unknown): Promise<{ id: string }> {
  const values = checkedGroup(input);
  const spec = { noun: 'member', action: 'createGroup', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx, now }, { merchantId }) => {
    await refuseTakenName(tx, merchantId, values.name);
    const id = newId('memberGroup', now);
    await tx.insert(memberGroups).values({ id, merchantId, ...values, createdAt: now });
    return { subjectId: id, after: values, value: { id } };
  });
}

/** Changes a group; holds for its members from their next request on. */
export async function changeGroup(actor: Actor, id: string, input: unknown): Promise<void> {
  const values = checkedGroup(input);
  const spec = { noun: 'member', action: 'changeGroup', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx }, { merchantId }) => {
    const [before] = await tx
      .select()
      .from(memberGroups)
      .where(and(eq(memberGroups.id, id), eq(memberGroups.merchantId, merchantId)))
      .for('update');
    if (!before) throw notFound();
    await refuseTakenName(tx, merchantId, values.name, id);
    await tx
      .update(memberGroups)
      .set({ ...values, version: sql`${memberGroups.version} + 1` })
      .where(eq(memberGroups.id, id));
    return {
      subjectId: id,
      before: { name: before.name, permissions: before.permissions },
      after: values,
      value: undefined,
    };
  });
}

/** Deletes a group; its members lose what it gave them. */
export function deleteGroup(actor: Actor, id: string): Promise<void> {
  const spec = { noun: 'member', action: 'deleteGroup', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx }, { merchantId }) => {
    const [gone] = await tx
      .delete(memberGroups)
      .where(and(eq(memberGroups.id, id), eq(memberGroups.merchantId, merchantId)))
      .returning();
    if (!gone) throw notFound();
    return {
      subjectId: id,
      before: { name: gone.name, permissions: gone.permissions },
      value: undefined,
    };
  });
}
