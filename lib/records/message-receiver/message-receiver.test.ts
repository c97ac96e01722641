import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, memberGroupMembers, memberGroups, members } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { type MessageConcern, receiversFor } from '@/lib/notify/merchant-receivers';
import { createAccount, createMerchant, limitedMember } from '@/lib/testing/actors';
import { tokenMailedTo } from '@/lib/testing/token-mailed';
import { addReceiver, changeReceiver, removeReceiver, resendReceiverLink } from './commands';
import { getReceiver, getReceiverBook } from './queries';
import { setTypeReceivers } from './subscribe';
import type { MerchantMessageType } from './types';
import { getReceiverLink, verifyReceiver } from './verify';

let owner: Member;
let rival: Member;
let ownerEmail = '';
let counter = 0;
const next = () => {
  counter += 1;
  return counter;
};
const visitor = (): Actor => ({ kind: 'visitor', origin: { ip: `192.0.2.${next()}` } });

beforeEach(async () => {
  owner = (await createMerchant()).owner;
  rival = (await createMerchant()).owner;
  const [row] = await getDatabase().select().from(accounts).where(eq(accounts.id, owner.accountId));
  ownerEmail = row?.email ?? '';
});

const values = (extra: object = {}) => ({
  name: '运营值班',
  email: `duty${next()}@example.test`,
  phone: '13912345678',
  locale: 'zh-CN',
  ...extra,
});

const told = async (type: MerchantMessageType, concern: MessageConcern = {}) => {
  const receivers = await withActor(system('test'), ({ tx }) =>
    receiversFor(tx, owner.merchantId, type, concern),
  );
  return receivers
    .flatMap(({ channels, accountId, email, phone }) =>
      channels.map((channel) =>
        channel === 'site'
          ? `site ${accountId}`
          : `${channel} ${channel === 'mail' ? email : phone}`,
      ),
    )
    .sort();
};

const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.detail?.key ?? error.detail?.fields ?? error.code,
  );

describe('messages of a merchant', () => {
  it('go to the owner’s own mailbox and phone while nobody is chosen', async () => {
    expect(await told('order.paid', { channels: ['site', 'mail', 'sms'] })).toEqual(
      [`mail ${ownerEmail}`, 'sms 13800000000', `site ${owner.accountId}`].sort(),
    );
  });

  it('go to a chosen receiver once its address is confirmed, for that type and channel only', async () => {
    const form = values();
    const { id } = await addReceiver(owner, form);
    await setTypeReceivers(owner, 'order.paid', { mail: id });
    expect(await told('order.paid', { channels: ['mail'] })).toEqual([`mail ${ownerEmail}`]);
    const token = await tokenMailedTo(form.email);
    expect(await getReceiverLink(visitor(), token)).toMatchObject({ email: form.email });
    await verifyReceiver(visitor(), { token });
    expect(await told('order.paid', { channels: ['mail', 'sms'] })).toEqual([
      `mail ${form.email}`,
      'sms 13800000000',
    ]);
    expect(await told('order.closed', { channels: ['mail'] })).toEqual([`mail ${ownerEmail}`]);
    await removeReceiver(owner, id);
    expect(await told('order.paid', { channels: ['mail'] })).toEqual([`mail ${ownerEmail}`]);
  });

  it('reach members in the site who may act on the product, and nobody who is out', async () => {
    const database = getDatabase();
    const now = new Date();
    const groupId = newId('memberGroup');
    await database.insert(memberGroups).values({
      id: groupId,
      merchantId: owner.merchantId,
      name: '交付',
      permissions: ['supervision.read'],
      createdAt: now,
    });
    const join = async (extra: Partial<typeof members.$inferInsert>, inGroup = true) => {
      const accountId = await createAccount();
      const id = newId('member');
      const { merchantId } = owner;
      await database
        .insert(members)
        .values({ id, merchantId, accountId, createdAt: now, ...extra });
      if (inGroup) {
        await database.insert(memberGroupMembers).values({ groupId, memberId: id, merchantId });
      }
      return accountId;
    };
    const all = await join({});
    const scoped = await join({ products: ['pd_1'] });
    await join({ products: ['pd_2'] });
    await join({}, false);
    await join({ disabledAt: now });
    await join({ removedAt: now });
    const concern = { channels: ['site'], productId: 'pd_1' };
    expect(await told('supervision.progress', concern as MessageConcern)).toEqual(
      [owner.accountId, all, scoped].map((id) => `site ${id}`).sort(),
    );
    expect(await told('merchant.profile', { channels: ['site'] })).toEqual([
      `site ${owner.accountId}`,
    ]);
  });
});

describe('a receiver', () => {
  it('needs an address, and a changed e-mail has to be confirmed anew', async () => {
    expect(await complaint(addReceiver(owner, values({ email: '', phone: '' })))).toEqual({
      email: { key: 'messageReceiver.error.noAddress', params: {} },
    });
    const form = values();
    const { id } = await addReceiver(owner, form);
    const first = await tokenMailedTo(form.email);
    await verifyReceiver(visitor(), { token: first });
    expect(await complaint(resendReceiverLink(owner, id))).toBe('messageReceiver.error.verified');
    await changeReceiver(owner, id, { ...form, name: '新名字' });
    expect((await getReceiver(owner, id)).emailVerifiedAt).toBeInstanceOf(Date);
    const other = values();
    await changeReceiver(owner, id, other);
    expect((await getReceiver(owner, id)).emailVerifiedAt).toBeNull();
    expect(await complaint(verifyReceiver(visitor(), { token: first }))).toBe(
      'messageReceiver.error.badLink',
    );
    await resendReceiverLink(owner, id);
    await verifyReceiver(visitor(), { token: await tokenMailedTo(other.email) });
  });

  it('with a phone only gets no mail and cannot be chosen for mail', async () => {
    const { id } = await addReceiver(owner, values({ email: '' }));
    expect(await complaint(setTypeReceivers(owner, 'order.paid', { mail: id }))).toMatchObject({
      mail: { key: 'form.error.notAChoice' },
    });
    await setTypeReceivers(owner, 'order.paid', { sms: [id] });
    expect(await told('order.paid', { channels: ['sms'] })).toEqual(['sms 13912345678']);
  });

  it('is out of reach for other merchants and for members without the permission', async () => {
    const { id } = await addReceiver(owner, values());
    for (const promise of [
      changeReceiver(rival, id, values()),
      removeReceiver(rival, id),
      resendReceiverLink(rival, id),
      getReceiver(rival, id),
    ].map(complaint)) {
      expect(await promise).toBe('notFound');
    }
    expect(await complaint(setTypeReceivers(rival, 'order.paid', { mail: id }))).toMatchObject({
      mail: {},
    });
    expect(await complaint(setTypeReceivers(owner, 'nonsense', {}))).toBe('notFound');
    const reader = limitedMember(owner, ['messageReceiver.read']);
    expect((await getReceiverBook(reader)).receivers).toHaveLength(1);
    expect(await complaint(removeReceiver(reader, id))).toBe('forbidden');
    expect(await complaint(getReceiverBook(limitedMember(owner, [])))).toBe('forbidden');
    expect(
      await complaint(addReceiver({ kind: 'buyer', accountId: owner.accountId }, values())),
    ).toBe('forbidden');
  });
});
