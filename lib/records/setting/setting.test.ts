import { describe, expect, it } from 'vitest';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { createBuyer, createOperator } from '@/lib/testing/actors';
import { changeSetting } from './commands';
import { listSettings, listSettingVersions } from './queries';

const holdsAt = (days: number) =>
  withActor(system('test'), ({ tx, now }) =>
    settingReader(tx, new Date(now.getTime() + days * 86_400_000))('review.claimMinutes'),
  );

describe('a rule', () => {
  it('has the rule book’s value until somebody changes it, and the new one from its moment on', async () => {
    expect(await holdsAt(0)).toBe(15);
    const admin = await createOperator('admin');
    const effectiveFrom = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await changeSetting(admin, {
      key: 'review.claimMinutes',
      value: '30',
      effectiveFrom,
      note: 'busy season',
    });
    expect(await holdsAt(0)).toBe(15);
    expect(await holdsAt(6)).toBe(30);
    const row = (await listSettings(admin)).find(({ key }) => key === 'review.claimMinutes');
    expect(row).toMatchObject({ value: 15, isDefault: true, upcoming: { value: 30 } });
    expect(await listSettingVersions(admin, 'review.claimMinutes')).toHaveLength(1);
  });

  it('refuses a value that does not fit, a moment gone by and a missing note', async () => {
    const admin = await createOperator('admin');
    const change = (input: object) =>
      changeSetting(admin, { key: 'review.claimMinutes', value: '20', note: 'why', ...input });
    await expect(change({ value: '-1' })).rejects.toMatchObject({
      detail: { fields: { value: { key: 'setting.error.value' } } },
    });
    await expect(change({ value: 'x' })).rejects.toMatchObject({
      detail: { fields: { value: { key: 'setting.error.json' } } },
    });
    await expect(change({ effectiveFrom: '1970-01-01T08:00' })).rejects.toMatchObject({
      detail: { key: 'setting.error.past' },
    });
    await expect(change({ effectiveFrom: '2026-02-30' })).rejects.toMatchObject({
      detail: { fields: { effectiveFrom: { key: 'setting.error.moment' } } },
    });
    await expect(change({ note: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(change({ key: 'no.such' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('takes the cells of a form, and complains at the cell in the unit that it is typed in', async () => {
    const admin = await createOperator('admin');
    const change = (key: string, cells: unknown) =>
      changeSetting(admin, { key, cells, note: 'as the form sends it' });
    const rates = [
      { taxType: 'service', taxpayer: 'general', rate: '6.5' },
      { taxType: 'service', taxpayer: 'smallScale', rate: '3 %' },
    ];
    await change('tax.rates', rates);
    const row = (await listSettings(admin)).find(({ key }) => key === 'tax.rates');
    expect(row?.value).toEqual([
      { taxType: 'service', taxpayer: 'general', rate: 650 },
      { taxType: 'service', taxpayer: 'smallScale', rate: 300 },
    ]);
    await expect(
      change('tax.rates', [
        { taxType: '', taxpayer: 'general', rate: '101' },
        { taxType: 'service', taxpayer: 'general', rate: 'six' },
        { taxType: 'service', taxpayer: 'smallScale', rate: '' },
      ]),
    ).rejects.toMatchObject({
      detail: {
        fields: {
          'cells.0.taxType': { key: 'form.error.notAChoice' },
          'cells.0.rate': { key: 'form.error.tooBig', params: { maximum: '100' } },
          'cells.1.rate': { key: 'form.error.notANumber' },
          'cells.2.rate': { key: 'form.error.required' },
        },
      },
    });
    await expect(change('tax.rates', [rates[0], rates[0]])).rejects.toMatchObject({
      detail: { fields: { 'cells.1.taxpayer': { key: 'setting.error.twice' } } },
    });
    await expect(change('appeal.grounds', undefined)).rejects.toMatchObject({
      detail: { fields: { cells: { key: 'form.error.tooFew' } } },
    });
    const ground = { key: 'lateStart', side: 'buyer', deliveryProof: '0', commitmentLetter: '0' };
    await expect(change('appeal.grounds', [ground])).rejects.toMatchObject({
      detail: { fields: { 'cells.0.name.zh-CN': { key: 'setting.error.name' } } },
    });
    await change('invoice.courierFreeFrom', '250');
    const free = (await listSettings(admin)).find(({ key }) => key === 'invoice.courierFreeFrom');
    expect(free?.value).toBe(25_000);
  });

  it('holds from now on where no moment is given, else from that moment of the marketplace’s clock', async () => {
    const admin = await createOperator('admin');
    const change = (effectiveFrom: string) =>
      changeSetting(admin, {
        key: 'account.perPhone',
        value: '4',
        note: 'as the form sends it',
        effectiveFrom,
      });
    await change('');
    await change('2099-01-01T08:30');
    const [later, now] = await listSettingVersions(admin, 'account.perPhone');
    expect(later?.effectiveFrom.toISOString()).toBe('2099-01-01T00:30:00.000Z');
    expect(Math.abs(Number(now?.effectiveFrom) - Date.now())).toBeLessThan(60_000);
  });

  it('is read by staff and changed by administrators only', async () => {
    const reviewer = await createOperator('reviewer');
    const input = { key: 'review.claimMinutes', value: '20', note: 'why' };
    await expect(changeSetting(reviewer, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeSetting(await createBuyer(), input)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await listSettings(await createBuyer())).toEqual([]);
    expect((await listSettings(reviewer)).length).toBeGreaterThan(0);
  });
});
