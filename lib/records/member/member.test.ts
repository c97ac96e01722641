import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, evidence } from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import type { Actor, Member } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { createMerchant, limitedMember } from '@/lib/testing/actors';
import { tokenMailedTo } from '@/lib/testing/token-mailed';
import { acceptInvitation } from './accept';
import { removeMember, setMemberAccess, setMemberDisabled } from './commands';
import { changeGroup, createGroup, deleteGroup } from './groups';
import { inviteMember } from './invite';
import { getMember, listGroups, listMembers } from './queries';
import { access, complaint, from, join } from './testing';

let owner: Member;
let rival: Member;

beforeAll(seedAgreements);
beforeEach(async () => {
  owner = (await createMerchant()).owner;
  rival = (await createMerchant()).owner;
});

describe('a member', () => {
  it('may do what its groups allow on the products in its scope: permission AND scope', () => {
    const member = limitedMember(owner, ['product.modify'], ['pd_1']);
    expect(can(member, 'product.modify', { productId: 'pd_1' })).toBe(true);
    expect(can(member, 'product.modify', { productId: 'pd_2' })).toBe(false);
    expect(can(member, 'product.delist', { productId: 'pd_1' })).toBe(false);
    expect(
      can(limitedMember(owner, ['product.modify'], []), 'product.modify', { productId: 'pd_1' }),
    ).toBe(false);
    expect(
      can(limitedMember(owner, ['product.modify']), 'product.modify', { productId: 'pd_2' }),
    ).toBe(true);
  });

  it('is disabled, enabled, given other access and removed by the owner, with evidence of each', async () => {
    const { id } = await join(owner);
    const group = await createGroup(owner, { name: '客服', permissions: ['question.answer'] });
    await setMemberAccess(owner, id, { scope: 'all', groupIds: group.id });
    expect((await getMember(owner, id)).groups).toEqual([{ id: group.id, name: '客服' }]);
    await setMemberDisabled(owner, id, true);
    expect((await listMembers(owner, { state: 'disabled' })).rows.map((row) => row.id)).toEqual([
      id,
    ]);
    await setMemberDisabled(owner, id, false);
    await removeMember(owner, id);
    expect(await complaint(getMember(owner, id))).toBe('notFound');
    const lines = await getDatabase()
      .select({ event: evidence.event })
      .from(evidence)
      .where(eq(evidence.subjectId, id))
      .orderBy(evidence.seq);
    expect(lines.map(({ event }) => event)).toEqual([
      'accept',
      'setAccess',
      'disable',
      'enable',
      'remove',
    ]);
  });

  it('comes back with what a new invitation says, not with what it had', async () => {
    const group = await createGroup(owner, { name: '旧组', permissions: ['order.read'] });
    const { id, accountId } = await join(owner, { groupIds: group.id });
    await removeMember(owner, id);
    const [account] = await getDatabase().select().from(accounts).where(eq(accounts.id, accountId));
    await inviteMember(from(owner), { email: account?.email, ...access });
    const token = await tokenMailedTo(account?.email ?? '');
    await acceptInvitation({ kind: 'buyer', accountId }, { token });
    expect((await getMember(owner, id)).groups).toEqual([]);
  });

  it('who is the owner can be neither removed, nor disabled, nor limited', async () => {
    const attempts = [
      removeMember(owner, owner.memberId),
      setMemberDisabled(owner, owner.memberId, true),
      setMemberAccess(owner, owner.memberId, access),
    ];
    expect(new Set(await Promise.all(attempts.map(complaint)))).toEqual(
      new Set(['member.error.owner']),
    );
  });

  it('is out of reach for other merchants, buyers and members who are not the owner', async () => {
    const { id } = await join(owner);
    const limited = limitedMember(owner, ['member.read']);
    expect((await listMembers(limited)).rows.length).toBe(2);
    expect(await complaint(removeMember(limited, id))).toBe('forbidden');
    expect(await complaint(inviteMember(limited, { email: 'x@example.test', ...access }))).toBe(
      'forbidden',
    );
    expect(await complaint(listMembers(limitedMember(owner, [])))).toBe('forbidden');
    const attempts = [
      removeMember(rival, id),
      setMemberDisabled(rival, id, true),
      setMemberAccess(rival, id, access),
      getMember(rival, id),
    ];
    expect(new Set(await Promise.all(attempts.map(complaint)))).toEqual(new Set(['notFound']));
    expect(await complaint(removeMember({ kind: 'buyer', accountId: 'ac_1' }, id))).toBe(
      'forbidden',
    );
    expect((await listMembers(rival)).rows.map((row) => row.id)).toEqual([rival.memberId]);
  });
});

describe('a group', () => {
  it('grants only what can be granted, and its name is taken once per merchant', async () => {
    const make = (actor: Actor, permissions: string[], name = '一组') =>
      createGroup(actor, { name, permissions });
    for (const permission of ['member.manage', 'setting.change', 'identity.decide', 'nonsense']) {
      expect(await complaint(make(owner, [permission]))).toMatchObject({ permissions: {} });
    }
    const { id } = await make(owner, ['order.read']);
    expect(await complaint(make(owner, []))).toEqual({ name: { key: 'member.error.groupName' } });
    await make(rival, []);
    expect(await complaint(changeGroup(rival, id, { name: '改', permissions: [] }))).toBe(
      'notFound',
    );
    expect(await complaint(deleteGroup(rival, id))).toBe('notFound');
    await changeGroup(owner, id, { name: '二组', permissions: ['order.read', 'product.read'] });
    expect(await listGroups(owner)).toEqual([
      { id, name: '二组', permissions: ['order.read', 'product.read'], members: 0 },
    ]);
    await deleteGroup(owner, id);
    expect(await listGroups(owner)).toEqual([]);
  });
});
