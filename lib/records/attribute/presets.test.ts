import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { addAttribute } from './commands';
import { addPreset, editPreset, removePreset } from './presets';
import { listAttributes } from './queries';

let admin: Actor;
let owner: Member;
beforeAll(async () => {
  admin = await createOperator('admin');
  ({ owner } = await createMerchant());
});

const words = (code: string) => ({
  kind: 'quantity',
  code,
  name: '站点数',
  nameEn: 'Sites',
  description: '',
  descriptionEn: '',
});

describe('preset attributes', () => {
  it('are added by operations and offered to every merchant, who cannot take their code', async () => {
    const row = await addPreset(admin, words('siteCount'));
    expect((await listAttributes(owner, { q: 'siteCount' })).map(({ id }) => id)).toEqual([row.id]);
    await expect(
      addAttribute(owner, { kind: 'quantity', code: 'sitecount', name: '站点' }),
    ).rejects.toMatchObject({ detail: { fields: { code: { key: 'attribute.error.reserved' } } } });
  });

  it('do not take a code that a preset or a merchant has', async () => {
    await addAttribute(owner, { kind: 'quantity', code: 'rackCount', name: '机柜数' });
    for (const [code, key] of [
      ['rackcount', 'usedByMerchant'],
      ['servers', 'presetTaken'],
    ] as const) {
      await expect(addPreset(admin, words(code))).rejects.toMatchObject({
        detail: { fields: { code: { key: `attribute.error.${key}` } } },
      });
    }
  });

  it('are reworded by one of two at once, and the other is told', async () => {
    const { id, version } = await addPreset(admin, words('floorCount'));
    const edit = { id, version, name: '楼层数', nameEn: 'Floors' };
    expect((await editPreset(admin, edit)).nameEn).toBe('Floors');
    await expect(editPreset(admin, edit)).rejects.toMatchObject({ code: 'stale' });
  });

  it('go away from the dictionary; a merchant’s own attribute looks like nothing', async () => {
    const { id } = await addPreset(admin, words('roomCount'));
    await removePreset(admin, { id });
    expect(await listAttributes(owner, { q: 'roomCount' })).toEqual([]);
    const own = await addAttribute(owner, { kind: 'quantity', code: 'deskCount', name: '工位数' });
    await expect(removePreset(admin, { id: own.id })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are closed to merchants, customers and finance', async () => {
    for (const actor of [owner, await createBuyer(), await createOperator('finance')]) {
      await expect(addPreset(actor, words('doorCount'))).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});
