import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { evidence, settingValues, supportGroups } from '@/db/schema';
import type { DomainError } from '@/lib/errors';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { addSupportGroup, editSupportGroup, removeSupportGroup, savePresales } from './commands';
import { covers, hoursPerDay, runsOf } from './hours';
import {
  getPublicPresales,
  getSupportView,
  listOwnSupportGroups,
  listSupportGroupsOf,
} from './queries';

const WEEK = { days: ['1', '2', '3', '4', '5'], from: '09:00', to: '18:00' };
const group = (changes: object = {}) => ({
  name: '华东售后',
  content: '安装、使用与故障咨询',
  hours: [WEEK],
  phone: '0571-88880000',
  email: 'help@yunfan.example',
  ...changes,
});
const fieldsOf = (error: unknown) =>
  Object.fromEntries(
    Object.entries((error as DomainError).detail.fields ?? {}).map(([path, { key }]) => [
      path,
      key,
    ]),
  );
const complaint = async (attempt: Promise<unknown>) =>
  fieldsOf(await attempt.catch((error: unknown) => error));

describe('service hours', () => {
  it('count overlapping stretches once', () => {
    const perDay = hoursPerDay([
      { days: [1], from: '09:00', to: '12:00' },
      { days: [1, 2], from: '11:00', to: '17:00' },
      { days: [7], from: '00:00', to: '24:00' },
    ]);
    expect(perDay.slice(1)).toEqual([8, 6, 0, 0, 0, 0, 24]);
  });

  it('cover five days of eight hours, or do not', () => {
    const nine = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
    expect(covers([nine], 5, 8)).toBe(true);
    expect(covers([{ ...nine, to: '16:59' }], 5, 8)).toBe(false);
    expect(covers([{ ...nine, days: [1, 2, 3, 4] }], 5, 8)).toBe(false);
  });

  it('are read as runs of days', () => {
    expect(runsOf([7, 1, 2, 3, 5, 3])).toEqual([
      [1, 3],
      [5, 5],
      [7, 7],
    ]);
  });
});

describe('after-sales groups', () => {
  it('are added, changed and removed, each with evidence', async () => {
    const { owner, merchantId } = await createMerchant();
    const added = await addSupportGroup(owner, group());
    expect(added.hours).toEqual([{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }]);
    const edited = await editSupportGroup(owner, {
      ...group({ name: '全国售后' }),
      id: added.id,
      version: 1,
    });
    expect(edited).toMatchObject({ name: '全国售后', version: 2 });
    await removeSupportGroup(owner, { id: added.id, version: 2 });
    expect(await listOwnSupportGroups(owner)).toEqual([]);
    const lines = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `merchant:${merchantId}`));
    expect(lines.map((line) => line.event)).toEqual(['add', 'edit', 'remove']);
  });

  it('need hours of at least 5x8, a telephone, a mailbox and content', async () => {
    const { owner } = await createMerchant();
    expect(
      await complaint(addSupportGroup(owner, group({ hours: [{ ...WEEK, to: '16:00' }] }))),
    ).toEqual({
      hours: 'supportGroup.error.form.tooFewHours',
    });
    expect(
      await complaint(
        addSupportGroup(owner, { hours: [{ from: '9', to: '08:00' }], phone: '1', email: 'x' }),
      ),
    ).toMatchObject({
      name: 'form.error.required',
      content: 'form.error.required',
      'hours.0.days': 'supportGroup.error.form.days',
      'hours.0.from': 'supportGroup.error.form.time',
      phone: 'contact.error.phone',
      email: 'form.error.email',
    });
    expect(
      await complaint(
        addSupportGroup(owner, group({ hours: [{ ...WEEK, from: '18:00', to: '09:00' }] })),
      ),
    ).toMatchObject({
      'hours.0.to': 'supportGroup.error.form.order',
    });
  });

  it('are at most six, also when clicked in parallel, and have names of their own', async () => {
    const { owner } = await createMerchant();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => addSupportGroup(owner, group({ name: `组 ${i}` }))),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(6);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      detail: { key: 'supportGroup.error.add.tooMany', params: { most: 6 } },
    });
    const [first, second] = await listOwnSupportGroups(owner);
    expect(
      await complaint(editSupportGroup(owner, { ...group({ name: first?.name }), id: second?.id })),
    ).toEqual({ name: 'supportGroup.error.form.sameName' });
  });

  it('tell the second of two editors that it changed', async () => {
    const { owner } = await createMerchant();
    const { id } = await addSupportGroup(owner, group());
    await editSupportGroup(owner, { ...group({ name: 'A' }), id, version: 1 });
    await expect(
      editSupportGroup(owner, { ...group({ name: 'B' }), id, version: 1 }),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  it('are nobody else’s to change, and anybody’s to read on a product page', async () => {
    const { owner, merchantId } = await createMerchant();
    const { id } = await addSupportGroup(owner, group());
    const { owner: stranger } = await createMerchant();
    await expect(editSupportGroup(stranger, { ...group(), id })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(
      addSupportGroup(limitedMember(owner, ['supportGroup.read']), group()),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(addSupportGroup(await createBuyer(), group())).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await listOwnSupportGroups(limitedMember(owner, []))).toEqual([]);
    expect(await listSupportGroupsOf({ kind: 'visitor' }, merchantId, [id])).toHaveLength(1);
    const rows = await getDatabase().select().from(supportGroups).where(eq(supportGroups.id, id));
    expect(rows[0]?.name).toBe('华东售后');
  });
});

describe('the pre-sales extension', () => {
  it('is assigned once and rings up to five numbers', async () => {
    const { owner } = await createMerchant();
    const { owner: other } = await createMerchant();
    const phones = ['13800000001', '0571-88880000', ''];
    const mine = await savePresales(owner, { phones, hours: [WEEK] });
    const theirs = await savePresales(other, { phones, hours: [WEEK] });
    expect(mine.phones).toEqual(['13800000001', '0571-88880000']);
    expect(theirs.extension).not.toBe(mine.extension);
    expect((await savePresales(owner, { phones: ['13800000002'], hours: [WEEK] })).extension).toBe(
      mine.extension,
    );
    const six = Array.from({ length: 6 }, (_, i) => `1380000000${i}`);
    expect(await complaint(savePresales(owner, { phones: six, hours: [WEEK] }))).toEqual({
      phones: 'form.error.tooMany',
    });
    expect(await complaint(savePresales(owner, { phones: ['', ''], hours: [WEEK] }))).toEqual({
      phones: 'supportGroup.error.form.noPhone',
    });
    expect(
      await complaint(
        savePresales(owner, { phones: ['13800000001', '13800000001'], hours: [WEEK] }),
      ),
    ).toEqual({
      phones: 'supportGroup.error.form.samePhone',
    });
  });

  it('is shown to customers only where the platform has a hotline, never with the numbers', async () => {
    const { owner, merchantId } = await createMerchant();
    await savePresales(owner, { phones: ['13800000009'], hours: [WEEK] });
    expect(await getPublicPresales(merchantId)).toBeUndefined();
    await getDatabase()
      .insert(settingValues)
      .values({
        id: 'st_hotline',
        key: 'support.hotline',
        value: '400-000-1000',
        effectiveFrom: new Date(0),
        note: '',
        createdBy: 'ac_1',
        createdAt: new Date(),
      });
    const shown = await getPublicPresales(merchantId);
    expect(shown?.hotline).toBe('400-000-1000');
    expect(JSON.stringify(shown)).not.toContain('13800000009');
    expect((await getSupportView(owner)).presales?.phones).toEqual(['13800000009']);
  });
});
