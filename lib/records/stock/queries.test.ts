import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeProduct } from '@/db/factories/product';
import { stocks } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { createMerchant, limitedMember } from '@/lib/testing/actors';
import { keepStock, restock } from './commands';
import { countStock, getStock, listStock, listStockChanges, stockFilters } from './queries';

let owner: Member;
let stranger: Member;
let merchantId: string;
let kept: string;
let keptProduct: string;
let free: string;
let frozen: string;
beforeEach(async () => {
  ({ owner, merchantId } = await createMerchant());
  ({ owner: stranger } = await createMerchant({ name: '另一家公司' }));
  const one = await makeProduct(merchantId, { product: { name: '容灾演练' } });
  kept = one.specId;
  keptProduct = one.productId;
  free = (await makeProduct(merchantId, { spec: { name: '单系统 100%' } })).specId;
  frozen = (await makeProduct(merchantId, { product: { state: 'frozen' } })).specId;
  await keepStock(owner, { specId: kept });
});

const ids = async (filters: object, actor = owner) =>
  (await listStock(actor, stockFilters.parse(filters))).rows.map(({ specId }) => specId);

describe('the stock list', () => {
  it('shows what is on sale with total, consumed and available', async () => {
    await getDatabase().update(stocks).set({ consumed: 9 }).where(eq(stocks.specId, kept));
    expect(await ids({})).toEqual([free, kept].sort().reverse());
    expect((await getStock(owner, kept))?.stock).toMatchObject({
      total: 999,
      consumed: 9,
      available: 990,
    });
    expect((await getStock(owner, free))?.stock).toBeNull();
    expect(await getStock(owner, frozen)).toBeUndefined();
  });

  it('is filtered by kind and by words of product and specification, taken literally', async () => {
    expect(await ids({ show: 'kept' })).toEqual([kept]);
    expect(await ids({ show: 'free' })).toEqual([free]);
    expect(await ids({ show: 'empty' })).toEqual([]);
    expect(await ids({ q: '容灾' })).toEqual([kept]);
    expect(await ids({ q: '100%' })).toEqual([free]);
    expect(await ids({ q: '%' })).toEqual([free]);
    expect(await ids({ show: 'nonsense' })).toHaveLength(2);
  });

  it('counts what is sold out', async () => {
    await getDatabase().update(stocks).set({ consumed: 999 }).where(eq(stocks.specId, kept));
    expect(await countStock(owner, { show: 'empty' })).toBe(1);
    await restock(owner, { specId: kept, change: '1', note: '补一份' });
    expect(await countStock(owner, { show: 'empty' })).toBe(0);
  });

  it('names who restocked, newest first', async () => {
    await restock(owner, { specId: kept, change: '1', note: '补一份' });
    await restock(owner, { specId: kept, change: '5', note: '再补五份' });
    const changes = await listStockChanges(owner, kept);
    expect(changes.map(({ note, accountName }) => [note, accountName])).toEqual([
      ['再补五份', 'Test Person'],
      ['补一份', 'Test Person'],
    ]);
  });

  it('is empty for strangers, without the permission, and outside the product scope', async () => {
    const without = limitedMember(owner, ['product.read']);
    const elsewhere = limitedMember(owner, ['saleRule.read'], ['pd_other']);
    for (const actor of [stranger, without, elsewhere]) {
      expect(await ids({}, actor)).toEqual([]);
      expect(await countStock(actor)).toBe(0);
      expect(await getStock(actor, kept)).toBeUndefined();
      expect(await listStockChanges(actor, kept)).toEqual([]);
    }
    const here = limitedMember(owner, ['saleRule.read'], [keptProduct]);
    expect(await ids({}, here)).toEqual([kept]);
  });
});
