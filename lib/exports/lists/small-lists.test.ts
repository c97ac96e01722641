import { beforeEach, describe, expect, it } from 'vitest';
import { seedAgreements } from '@/db/seed/agreement';
import type { Actor, Member } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { changeCalendarDay } from '@/lib/records/calendar/commands';
import { createGroup } from '@/lib/records/member/groups';
import { inviteMember } from '@/lib/records/member/invite';
import { addReceiver } from '@/lib/records/message-receiver/commands';
import { setTypeReceivers } from '@/lib/records/message-receiver/subscribe';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import type { ExportValue } from '../define';
import { exportReader, textOf } from '../reader';
import { EXPORTS } from '../registry';

const LISTS = ['merchant-member-groups', 'merchant-invitations', 'merchant-receivers'];

let owner: Member;
let rival: Member;
let counter = 0;

async function exported(name: string, actor: Actor, params: Record<string, string> = {}) {
  const list = EXPORTS[name];
  if (!list) throw new Error(`no export ${name}`);
  const rows: ExportValue[][] = [];
  for await (const batch of list.rows(actor, list.parse(params))) rows.push(...batch);
  return rows.map((row) =>
    row.map((value, at) => {
      const kind = list.columns[at]?.kind ?? 'text';
      if (value === null || value === undefined || value instanceof Date) return typeof value;
      return textOf(kind, value, exportReader('en'));
    }),
  );
}

beforeEach(async () => {
  await seedAgreements();
  owner = (await createMerchant()).owner;
  rival = (await createMerchant()).owner;
  counter += 1;
  const { id } = await createGroup(owner, { name: '订单组', permissions: ['order.read'] });
  await createGroup(owner, { name: '50%_组', permissions: [] });
  for (const email of [`li${counter}@example.test`, `han${counter}@example.test`]) {
    const from = { ...owner, origin: { ip: `203.0.113.${counter}` } };
    await inviteMember(from, { email, scope: 'all', groupIds: [id] });
  }
  const receiver = await addReceiver(owner, {
    name: '运营值班',
    email: `duty${counter}@example.test`,
    phone: '13912345678',
    locale: 'en',
  });
  await setTypeReceivers(owner, 'order.paid', { mail: [receiver.id], sms: [] });
});

describe('the exports of the small lists', () => {
  it('name the groups of a merchant with what they grant', async () => {
    expect(await exported('merchant-member-groups', owner, { q: '订单' })).toEqual([
      ['订单组', 'See orders', '0'],
    ]);
    expect(await exported('merchant-member-groups', owner)).toHaveLength(2);
  });

  it('take the wildcards of a search as plain characters', async () => {
    expect(await exported('merchant-member-groups', owner, { q: '%_' })).toHaveLength(1);
    expect(await exported('merchant-invitations', owner, { q: '%' })).toEqual([]);
  });

  it('name the open invitations with their groups', async () => {
    expect(await exported('merchant-invitations', owner, { q: 'HAN' })).toEqual([
      [`han${counter}@example.test`, '订单组', 'All products', 'object', 'object'],
    ]);
    expect(await exported('merchant-invitations', owner)).toHaveLength(2);
  });

  it('name the receivers with what each gets', async () => {
    expect(await exported('merchant-receivers', owner)).toEqual([
      [
        '运营值班',
        `duty${counter}@example.test`,
        'Waiting',
        '13912345678',
        'English',
        'Customer ordered or paid',
        '',
      ],
    ]);
  });

  it.each(LISTS)(
    '%s gives a rival nothing, and refuses whoever lacks the permission',
    async (name) => {
      expect(await exported(name, rival)).toEqual([]);
      const strangers = [
        limitedMember(owner, []),
        await createBuyer(),
        { kind: 'visitor' } as const,
      ];
      for (const actor of strangers) {
        await expect(exported(name, actor)).rejects.toMatchObject({ code: 'forbidden' });
      }
    },
  );

  it('name the special days of one year or of all, to staff only', async () => {
    const admin = await createOperator('admin');
    await changeCalendarDay(admin, { day: '2031-10-01', kind: 'holiday', name: '国庆节' });
    await changeCalendarDay(admin, { day: '2032-02-07', kind: 'workday', name: '' });
    expect(await exported('ops-calendar', admin, { year: '2031' })).toEqual([
      ['2031-10-01', 'Holiday', '国庆节'],
    ]);
    const days = (await exported('ops-calendar', admin, { year: '1' })).map(([day]) => day);
    expect(days).toEqual(expect.arrayContaining(['2031-10-01', '2032-02-07']));
    expect(await exported('ops-calendar', owner)).toEqual([]);
    expect(can(owner, 'calendar.read')).toBe(false);
  });
});
