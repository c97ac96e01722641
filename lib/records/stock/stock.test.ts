import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeProduct } from '@/db/factories/product';
import { stockChanges, stocks } from '@/db/schema';
import { type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { takeStock } from '@/lib/workflows/product/take-stock';
import { keepStock, restock, stopStock } from './commands';

let owner: Member;
let merchantId: string;
beforeAll(async () => {
  ({ owner, merchantId } = await createMerchant());
});

const stockOf = async (specId: string) =>
  (await getDatabase().select().from(stocks).where(eq(stocks.specId, specId)))[0];

async function kept() {
  const made = await makeProduct(merchantId);
  await keepStock(owner, { specId: made.specId });
  return made;
}

describe('stock', () => {
  it('starts at 999 and is kept once', async () => {
    const { specId } = await kept();
    expect(await stockOf(specId)).toMatchObject({ total: 999, consumed: 0 });
    await expect(keepStock(owner, { specId })).rejects.toMatchObject({
      detail: { key: 'stock.error.alreadyKept' },
    });
  });

  it('goes up and down by restocks, each with its note', async () => {
    const { specId } = await kept();
    await restock(owner, { specId, change: '9000000', note: '扩充团队' });
    await restock(owner, { specId, change: '-9000998', note: '排期已满' });
    expect(await stockOf(specId)).toMatchObject({ total: 1 });
    const rows = await getDatabase()
      .select()
      .from(stockChanges)
      .where(eq(stockChanges.specId, specId));
    expect(rows.map((row) => [row.change, row.note]).sort()).toEqual([
      [-9_000_998, '排期已满'],
      [9_000_000, '扩充团队'],
    ]);
  });

  it.each([
    ['10000000', 'stock.error.changeBound'],
    ['-10000000', 'stock.error.changeBound'],
    ['1.5', 'stock.error.changeWhole'],
    ['lots', 'stock.error.changeWhole'],
    ['0', 'stock.error.changeZero'],
  ])('cannot change by %s', async (change, key) => {
    const { specId } = await kept();
    await expect(restock(owner, { specId, change, note: 'x' })).rejects.toMatchObject({
      detail: { fields: { change: { key } } },
    });
  });

  it('stays above what is already consumed', async () => {
    const { specId, skuId } = await kept();
    const { accountId: buyerId } = await createBuyer();
    await withActor(system('test'), ({ tx, now }) =>
      takeStock(tx, { orderLineId: `ol_${specId}`, buyerId, skuId, quantity: 99, now }),
    );
    await expect(restock(owner, { specId, change: '-900', note: '收回' })).rejects.toMatchObject({
      detail: {
        fields: { change: { key: 'stock.error.belowConsumed', params: { consumed: 99 } } },
      },
    });
    await restock(owner, { specId, change: '-899', note: '收回' });
    expect(await stockOf(specId)).toMatchObject({ total: 100, consumed: 99 });
  });

  it('is managed for products on sale, by members with the permission and the product in scope', async () => {
    const { specId } = await kept();
    const { owner: stranger } = await createMerchant({ name: '另一家公司' });
    const input = { specId, change: '1', note: 'x' };
    await expect(restock(stranger, input)).rejects.toMatchObject({ code: 'notFound' });
    const elsewhere = limitedMember(owner, ['stock.change'], ['pd_other']);
    await expect(restock(elsewhere, input)).rejects.toMatchObject({ code: 'forbidden' });
    const frozen = await makeProduct(merchantId, { product: { state: 'frozen' } });
    await keepStock(owner, { specId: frozen.specId });
    await expect(restock(owner, { ...input, specId: frozen.specId })).rejects.toMatchObject({
      detail: { key: 'stock.error.notOnSale' },
    });
    await stopStock(owner, { specId });
    expect(await stockOf(specId)).toBeUndefined();
  });
});
