import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeProduct } from '@/db/factories/product';
import { categories } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { listCategories } from '@/lib/workflows/product/queries';
import {
  addCategory,
  moveCategory,
  removeCategory,
  renameCategory,
  restoreCategory,
  retireCategory,
  shiftCategory,
} from './commands';

let admin: Actor;
let merchantId: string;
let owner: Actor;
let serial = 0;
beforeAll(async () => {
  admin = await createOperator('admin');
  ({ merchantId, owner } = await createMerchant());
});

const names = (word = 'thing') => {
  serial += 1;
  return { nameZh: `类目${word}${serial}`, nameEn: `Category ${word} ${serial}` };
};
const top = async () => {
  const row = await addCategory(admin, names('top'));
  if (!row) throw new Error('not added');
  return row;
};
const leaf = async (parentId: string) => {
  const row = await addCategory(admin, { parentId, ...names('leaf') });
  if (!row) throw new Error('not added');
  return row;
};
const rowOf = async (id: string) =>
  (await getDatabase().select().from(categories).where(eq(categories.id, id)))[0];

describe('the catalogue', () => {
  it('starts with the tree of the rule book, in both languages', async () => {
    const tree = await listCategories({ kind: 'visitor' });
    const service = tree.find((one) => one.code === 'professionalService');
    expect(service?.leaves.map((one) => [one.nameZh, one.nameEn])).toContainEqual([
      '数据迁移',
      'Data migration',
    ]);
    expect(tree.length).toBeGreaterThanOrEqual(9);
  });

  it('is edited by operators alone', async () => {
    for (const actor of [owner, await createBuyer(), await createOperator('finance')]) {
      await expect(addCategory(actor, names())).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('has two levels and no third', async () => {
    const child = await leaf((await top()).id);
    await expect(addCategory(admin, { parentId: child.id, ...names() })).rejects.toMatchObject({
      detail: { key: 'category.error.twoLevels' },
    });
    await expect(
      moveCategory(admin, { id: (await top()).id, parentId: (await top()).id }),
    ).rejects.toMatchObject({ detail: { key: 'category.error.twoLevels' } });
  });

  it('refuses a name that a neighbour bears, and empty names, by field', async () => {
    const parent = await top();
    const child = await leaf(parent.id);
    await expect(
      addCategory(admin, { parentId: parent.id, nameZh: child.nameZh, nameEn: 'Other' }),
    ).rejects.toMatchObject({
      detail: { fields: { nameZh: { key: 'category.error.nameTaken' } } },
    });
    await expect(
      renameCategory(admin, { id: child.id, nameZh: ' ', nameEn: '' }),
    ).rejects.toMatchObject({ detail: { fields: { nameZh: {}, nameEn: {} } } });
  });

  it('moves a leaf to another top category and changes places of neighbours', async () => {
    const [one, two] = [await top(), await top()];
    const [a, b] = [await leaf(one.id), await leaf(one.id)];
    await shiftCategory(admin, { id: b.id, by: 'up' });
    const [rowA, rowB] = [await rowOf(a.id), await rowOf(b.id)];
    expect(rowB?.position).toBeLessThan(rowA?.position ?? 0);
    await moveCategory(admin, { id: a.id, parentId: two.id });
    expect((await rowOf(a.id))?.parentId).toBe(two.id);
  });

  it('retires a leaf in use but never removes it', async () => {
    const parent = await top();
    const child = await leaf(parent.id);
    await makeProduct(merchantId, { product: { categoryId: child.id } });
    await expect(removeCategory(admin, { id: child.id })).rejects.toMatchObject({
      detail: { key: 'category.error.inUse', params: { count: 1 } },
    });
    await expect(retireCategory(admin, { id: parent.id })).rejects.toMatchObject({
      detail: { key: 'category.error.leavesActive' },
    });
    await retireCategory(admin, { id: child.id });
    await retireCategory(admin, { id: parent.id });
    await expect(restoreCategory(admin, { id: child.id })).rejects.toMatchObject({
      detail: { key: 'category.error.parentRetired' },
    });
    await expect(removeCategory(admin, { id: parent.id })).rejects.toMatchObject({
      detail: { key: 'category.error.hasLeaves' },
    });
  });

  it('removes what nobody uses', async () => {
    const child = await leaf((await top()).id);
    await removeCategory(admin, { id: child.id });
    expect(await rowOf(child.id)).toBeUndefined();
  });
});
