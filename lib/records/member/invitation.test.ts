import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, settingValues } from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { currentAgreement } from '@/lib/records/agreement/queries';
import { createAccount, createMerchant } from '@/lib/testing/actors';
import { tokenMailedTo } from '@/lib/testing/token-mailed';
import { acceptAsNewAccount, acceptInvitation, getInvitation } from './accept';
import { removeMember } from './commands';
import { createGroup } from './groups';
import { inviteMember, revokeInvitation } from './invite';
import { getSeats, listInvitations, listMembers } from './queries';
import { access, complaint, createProduct, from, join, next } from './testing';

let owner: Member;
let rival: Member;

beforeAll(seedAgreements);
beforeEach(async () => {
  owner = (await createMerchant()).owner;
  rival = (await createMerchant()).owner;
});

const visitor = (): Actor => ({ kind: 'visitor', origin: { ip: `203.0.113.${next()}` } });

describe('an invitation', () => {
  it('makes an account for a new person, which is a sub-account, and a member with what it says', async () => {
    const { id: groupId } = await createGroup(from(owner), {
      name: '交付',
      permissions: ['supervision.read', 'supervision.deliver'],
    });
    const productId = await createProduct(owner.merchantId);
    const email = `new${next()}@example.test`;
    await inviteMember(from(owner), {
      email,
      groupIds: groupId,
      scope: 'some',
      products: productId,
    });
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
    await inviteMember(from(owner), { email, ...access });
    const first = await tokenMailedTo(email);
    expect(await complaint(acceptInvitation(other, { token: first }))).toBe(
      'member.error.otherAccount',
    );
    const { id } = await inviteMember(from(owner), { email, ...access });
    const second = await tokenMailedTo(email);
    expect(await complaint(acceptInvitation(invited, { token: first }))).toBe(
      'member.error.badInvitation',
    );
    expect(await complaint(revokeInvitation(rival, id))).toBe('notFound');
    await acceptInvitation(invited, { token: second });
    expect(await complaint(acceptInvitation(invited, { token: second }))).toBe(
      'member.error.badInvitation',
    );
    expect(await complaint(inviteMember(from(owner), { email, ...access }))).toEqual({
      email: { key: 'member.error.already' },
    });
    const late = await inviteMember(from(owner), {
      email: `late${next()}@example.test`,
      ...access,
    });
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
    const member = await join(owner);
    const sends = await Promise.allSettled(
      Array.from({ length: 3 }, () =>
        inviteMember(from(owner), { email: `seat${next()}@example.test`, ...access }),
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
      await complaint(inviteMember(from(owner), { email, scope: 'all', groupIds: group.id })),
    ).toMatchObject({ groupIds: {} });
    expect(
      await complaint(inviteMember(from(owner), { email, scope: 'some', products: product })),
    ).toMatchObject({ products: { key: 'form.error.notAChoice' } });
    expect(await complaint(inviteMember(from(owner), { email, scope: 'some' }))).toMatchObject({
      products: { key: 'member.error.noProduct' },
    });
  });
});
