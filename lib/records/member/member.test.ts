import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  accounts,
  categories,
  evidence,
  members,
  messages,
  outbox,
  products,
  settingValues,
} from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { expandNotice } from '@/lib/notify/expand';
import { currentAgreement } from '@/lib/records/agreement/queries';
import { createAccount, createMerchant, limitedMember } from '@/lib/testing/actors';
import { acceptAsNewAccount, acceptInvitation, getInvitation } from './accept';
import { removeMember, setMemberAccess, setMemberDisabled } from './commands';
import { changeGroup, createGroup, deleteGroup } from './groups';
import { inviteMember, revokeInvitation } from './invite';
import { getMember, getSeats, listGroups, listInvitations, listMembers } from './queries';

let owner: Member;
let rival: Member;
let counter = 0;
const next = () => {
  counter += 1;
  return counter;
};

beforeAll(seedAgreements);
beforeEach(async () => {
  owner = (await createMerchant()).owner;
  rival = (await createMerchant()).owner;
});

const access = { scope: 'all', groupIds: [] as string[] };
const from = (): Actor => ({ ...owner, origin: { ip: `203.0.113.${next()}` } });
const visitor = (): Actor => ({ kind: 'visitor', origin: { ip: `203.0.113.${next()}` } });

async function tokenMailedTo(email: string): Promise<string> {
  for (const { id } of await getDatabase().select({ id: outbox.id }).from(outbox)) {
    await expandNotice(id);
  }
  const [mail] = await getDatabase()
    .select()
    .from(messages)
    .where(and(eq(messages.address, email), eq(messages.channel, 'mail')))
    .orderBy(desc(messages.id))
    .limit(1);
  return /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
}

/** Somebody invited, with an account, who accepted. */
async function join(values: object = {}): Promise<{ id: string; accountId: string }> {
  const email = `member${next()}@example.test`;
  const accountId = await createAccount({ email });
  await inviteMember(from(), { email, ...access, ...values });
  const token = await tokenMailedTo(email);
  await acceptInvitation({ kind: 'buyer', accountId }, { token });
  const [row] = await getDatabase().select().from(members).where(eq(members.accountId, accountId));
  return { id: row?.id ?? '', accountId };
}

async function createProduct(merchantId: string, name = '数据迁移服务'): Promise<string> {
  const id = newId('product');
  const categoryId = newId('category');
  const now = new Date();
  await getDatabase().insert(categories).values({
    id: categoryId,
    code: categoryId,
    nameZh: '测试',
    nameEn: 'Test',
    position: 1,
    createdAt: now,
    updatedAt: now,
  });
  await getDatabase()
    .insert(products)
    .values({
      id,
      merchantId,
      name,
      categoryId,
      state: 'onSale',
      stateSince: now,
      createdAt: now,
      updatedAt: now,
      class: 'general',
      deliveryType: 'manualService',
      productVersion: 'V1.0',
      logoFileId: 'fl_none',
      taxType: 'service',
      publicSale: true,
      content: {} as typeof products.$inferInsert.content,
      feeRate: 500,
      fromPrice: 100n,
      searchText: name,
      listedAt: now,
    });
  return id;
}

const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.detail?.key ?? error.detail?.fields ?? error.code,
  );

describe('an invitation', () => {
  it('makes an account for a new person, which is a sub-account, and a member with what it says', async () => {
    const { id: groupId } = await createGroup(from(), {
      name: '交付',
      permissions: ['supervision.read', 'supervision.deliver'],
    });
    const productId = await createProduct(owner.merchantId);
    const email = `new${next()}@example.test`;
    await inviteMember(from(), { email, groupIds: groupId, scope: 'some', products: productId });
    const token = await tokenMailedTo(email);
    expect(await getInvitation(visitor(), token)).toMatchObject({ email, hasAccount: false });
    const agreement = await withActor(system('test'), ({ tx, now }) =>
      currentAgreement(tx, 'registration', now),
    );
    const form = {
      token,
      name: '何若溪',
      phone: `137${String(next()).padStart(8, '0')}`,
      password: 'long enough',
      locale: 'zh-CN',
      agreement: 'on',
      agreementId: agreement?.id,
    };
    expect(await complaint(acceptAsNewAccount(visitor(), { ...form, password: 'short' }))).toEqual({
      password: { key: 'form.error.tooShort', params: { minimum: 8 } },
    });
    const { accountId } = await acceptAsNewAccount(visitor(), form);
    const [account] = await getDatabase().select().from(accounts).where(eq(accounts.id, accountId));
    expect(account).toMatchObject({ isSubAccount: true, email });
    expect(account?.emailVerifiedAt).toBeInstanceOf(Date);
    const [row] = (await listMembers(owner, { q: email })).rows;
    expect(row).toMatchObject({ products: [productId], groups: [{ id: groupId, name: '交付' }] });
    expect(await getInvitation(visitor(), token)).toBeNull();
  });

  it('is for the invited account alone, once, and not after it was taken back', async () => {
    const email = `one${next()}@example.test`;
    const invited: Actor = { kind: 'buyer', accountId: await createAccount({ email }) };
    const other: Actor = { kind: 'buyer', accountId: await createAccount() };
    await inviteMember(from(), { email, ...access });
    const first = await tokenMailedTo(email);
    expect(await complaint(acceptInvitation(other, { token: first }))).toBe(
      'member.error.otherAccount',
    );
    const { id } = await inviteMember(from(), { email, ...access });
    const second = await tokenMailedTo(email);
    expect(await complaint(acceptInvitation(invited, { token: first }))).toBe(
      'member.error.badInvitation',
    );
    expect(await complaint(revokeInvitation(rival, id))).toBe('notFound');
    await acceptInvitation(invited, { token: second });
    expect(await complaint(acceptInvitation(invited, { token: second }))).toBe(
      'member.error.badInvitation',
    );
    expect(await complaint(inviteMember(from(), { email, ...access }))).toEqual({
      email: { key: 'member.error.already' },
    });
    const late = await inviteMember(from(), { email: `late${next()}@example.test`, ...access });
    await revokeInvitation(owner, late.id);
    expect(await listInvitations(owner)).toEqual([]);
  });

  it('is refused without a seat; an open invitation holds one, and removal frees it at once', async () => {
    await getDatabase()
      .insert(settingValues)
      .values({
        id: newId('setting'),
        key: 'member.most',
        value: 2,
        effectiveFrom: new Date(Date.now() - 1000),
        note: '',
        createdBy: 'test',
        createdAt: new Date(),
      });
    const member = await join();
    const sends = await Promise.allSettled(
      Array.from({ length: 3 }, () =>
        inviteMember(from(), { email: `seat${next()}@example.test`, ...access }),
      ),
    );
    expect(sends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await getSeats(owner)).toEqual({ used: 1, invited: 1, most: 2 });
    await removeMember(owner, member.id);
    expect(await getSeats(owner)).toEqual({ used: 0, invited: 1, most: 2 });
    await getDatabase().delete(settingValues).where(eq(settingValues.key, 'member.most'));
  });

  it('takes only groups and products of the merchant itself', async () => {
    const email = 'somebody@example.test';
    const group = await createGroup(rival, { name: '他们的', permissions: [] });
    const product = await createProduct(rival.merchantId);
    expect(
      await complaint(inviteMember(from(), { email, scope: 'all', groupIds: group.id })),
    ).toMatchObject({ groupIds: {} });
    expect(
      await complaint(inviteMember(from(), { email, scope: 'some', products: product })),
    ).toMatchObject({ products: { key: 'form.error.notAChoice' } });
    expect(await complaint(inviteMember(from(), { email, scope: 'some' }))).toMatchObject({
      products: { key: 'member.error.noProduct' },
    });
  });
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
    const { id } = await join();
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
    const { id, accountId } = await join({ groupIds: group.id });
    await removeMember(owner, id);
    const [account] = await getDatabase().select().from(accounts).where(eq(accounts.id, accountId));
    await inviteMember(from(), { email: account?.email, ...access });
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
    const { id } = await join();
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
