import { beforeAll, describe, expect, it } from 'vitest';
import { makeProduct } from '@/db/factories/product';
import type { Member } from '@/lib/auth/actor';
import { createMerchant, limitedMember } from '@/lib/testing/actors';
import { addAttribute, editAttribute, removeAttribute } from './commands';
import { getAttribute, listAttributes } from './queries';

let owner: Member;
let stranger: Member;
beforeAll(async () => {
  ({ owner } = await createMerchant());
  ({ owner: stranger } = await createMerchant({ name: '另一家公司' }));
});

const words = (code: string) => ({ kind: 'enumeration', code, name: '数据库类型' });

describe('the attribute dictionary', () => {
  it.each(['appName', 'version', 'os', 'mode', 'OS', 'servers', 'serviceLevel'].map((c) => [c]))(
    'keeps the code %s to the platform',
    async (code) => {
      const attempt = addAttribute(owner, words(code));
      const key = /^[a-z]/.test(code) ? 'attribute.error.reserved' : 'attribute.error.code';
      await expect(attempt).rejects.toMatchObject({ detail: { fields: { code: { key } } } });
    },
  );

  it('takes a code once per merchant, and lets another merchant use it too', async () => {
    await addAttribute(owner, words('databaseKind'));
    await expect(addAttribute(owner, words('databasekind'))).rejects.toMatchObject({
      detail: { fields: { code: { key: 'attribute.error.codeTaken' } } },
    });
    await addAttribute(stranger, words('databaseKind'));
  });

  it('shows presets and own entries, found by kind and by a part of the name', async () => {
    const row = await addAttribute(owner, {
      ...words('nodeCount'),
      kind: 'quantity',
      name: '节点数',
    });
    const own = await listAttributes(owner, { q: '节点' });
    expect(own.map(({ id }) => id)).toEqual([row.id]);
    const quantities = await listAttributes(owner, { kind: 'quantity' });
    expect(quantities.some(({ merchantId }) => merchantId === null)).toBe(true);
    expect(quantities.every(({ kind }) => kind === 'quantity')).toBe(true);
    expect(await listAttributes(stranger, { q: '节点' })).toEqual([]);
  });

  it('of another merchant, or a preset, looks like nothing', async () => {
    const row = await addAttribute(owner, words('region2'));
    for (const [actor, id] of [
      [stranger, row.id],
      [owner, 'at_servers'],
    ] as const) {
      await expect(editAttribute(actor, { id, name: '改名' })).rejects.toMatchObject({
        code: 'notFound',
      });
      await expect(removeAttribute(actor, { id })).rejects.toMatchObject({ code: 'notFound' });
    }
  });

  it('is closed to members without the permission', async () => {
    const member = limitedMember(owner, ['product.read']);
    await expect(addAttribute(member, words('other'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('can be edited and removed by its merchant', async () => {
    const row = await addAttribute(owner, words('temporary'));
    expect((await editAttribute(owner, { id: row.id, name: '新名称' })).name).toBe('新名称');
    await removeAttribute(owner, { id: row.id });
    expect(await listAttributes(owner, { q: 'temporary' })).toEqual([]);
  });

  it('tells how many specifications on sale carry a word, to its merchant alone', async () => {
    const row = await addAttribute(owner, words('engine'));
    const copy = { kind: 'enumeration' as const, code: 'engine', name: '引擎', values: ['a'] };
    await makeProduct(owner.merchantId, { spec: { attributes: [copy] } });
    await makeProduct(owner.merchantId, { spec: { attributes: [copy], state: 'delisted' } });
    expect(await getAttribute(owner, row.id)).toMatchObject({ specs: 1 });
    expect(await getAttribute(stranger, row.id)).toBeUndefined();
    expect(await getAttribute(limitedMember(owner, []), row.id)).toBeUndefined();
  });
});
