import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { type MadeProduct, makeProduct } from '@/db/factories/product';
import { allowedBuyers, evidence, purchaseLimits, saleRestrictions, stocks } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { checkSellable } from './sellable';
import { noteExpiry, returnStock, takeStock } from './take-stock';

let merchantId: string;
beforeAll(async () => {
  ({ merchantId } = await createMerchant());
});

const now = new Date();
const inside = <T>(run: Parameters<typeof withActor<T>>[1]) => withActor(system('test'), run);

const check = (made: MadeProduct, buyerId: string, quantity = 1, at = now) =>
  inside(({ tx }) => checkSellable(tx, { buyerId, skuId: made.skuId, quantity, now: at }));

const take = async (made: MadeProduct, buyerId: string, quantity = 1) => {
  const orderLineId = `${newId('order')}-000001`;
  await inside(({ tx }) =>
    takeStock(tx, { orderLineId, buyerId, skuId: made.skuId, quantity, now }),
  );
  return orderLineId;
};
const giveBack = (orderLineId: string) => inside(({ tx }) => returnStock(tx, { orderLineId, now }));

async function limit(made: MadeProduct, values: Partial<typeof purchaseLimits.$inferInsert>) {
  await getDatabase()
    .insert(purchaseLimits)
    .values({
      id: newId('saleRule'),
      specId: made.specId,
      productId: made.productId,
      merchantId,
      untilExpiry: false,
      createdAt: now,
      updatedAt: now,
      ...values,
    });
}

async function stock(made: MadeProduct, total: number) {
  await getDatabase().insert(stocks).values({
    specId: made.specId,
    productId: made.productId,
    merchantId,
    total,
    consumed: 0,
    updatedAt: now,
  });
}

const stockOf = async (made: MadeProduct) =>
  (await getDatabase().select().from(stocks).where(eq(stocks.specId, made.specId)))[0];

describe('a purchase', () => {
  it('is possible on sale, hidden or not', async () => {
    const { accountId } = await createBuyer();
    expect(await check(await makeProduct(merchantId), accountId)).toBeUndefined();
    const hidden = await makeProduct(merchantId, {
      product: { publicSale: false },
      spec: { hidden: true },
    });
    expect(await check(hidden, accountId)).toBeUndefined();
  });

  it.each([
    [{ product: { state: 'frozen' as const } }, 'frozen'],
    [{ product: { state: 'delisted' as const } }, 'notOnSale'],
    [{ spec: { state: 'delisted' as const } }, 'specNotOnSale'],
    [{ sku: { state: 'delisted' as const } }, 'specNotOnSale'],
  ])('of %j is refused', async (values, complaint) => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId, values);
    expect(await check(made, accountId)).toBe(complaint);
    await expect(take(made, accountId)).rejects.toMatchObject({
      code: 'refused',
      detail: { key: `product.error.buy.${complaint}` },
    });
  });

  it('outside the range of its quantity is refused', async () => {
    const { accountId } = await createBuyer();
    expect(await check(await makeProduct(merchantId), accountId, 0)).toBe('quantityOutOfRange');
    expect(await check(await makeProduct(merchantId), accountId, 1.5)).toBe('quantityNotWhole');
  });
});

describe('a restricted product', () => {
  it('can be bought by nobody until buyers are listed, then by those only', async () => {
    const [listed, other] = [await createBuyer(), await createBuyer()];
    const made = await makeProduct(merchantId);
    const restrictionId = newId('saleRestriction');
    await getDatabase()
      .insert(saleRestrictions)
      .values({ id: restrictionId, productId: made.productId, merchantId, createdAt: now });
    expect(await check(made, listed.accountId)).toBe('notAllowed');
    await getDatabase()
      .insert(allowedBuyers)
      .values({
        id: newId('allowedBuyer'),
        restrictionId,
        merchantId,
        accountId: listed.accountId,
        accountName: 'Test Person',
        createdAt: now,
      });
    expect(await check(made, listed.accountId)).toBeUndefined();
    expect(await check(made, other.accountId)).toBe('notAllowed');
  });

  it('needs the buyer on the list of the product and on the list of the specification', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    for (const specId of [null, made.specId]) {
      const id = newId('saleRestriction');
      await getDatabase()
        .insert(saleRestrictions)
        .values({ id, productId: made.productId, specId, merchantId, createdAt: now });
      expect(await check(made, accountId)).toBe('notAllowed');
      await getDatabase()
        .insert(allowedBuyers)
        .values({
          id: newId('allowedBuyer'),
          restrictionId: id,
          merchantId,
          accountId,
          accountName: 'Test Person',
          createdAt: now,
        });
    }
    expect(await check(made, accountId)).toBeUndefined();
  });
});

describe('a purchase limit', () => {
  it('counts orders, and not those that were returned', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    await limit(made, { times: 1 });
    const line = await take(made, accountId);
    expect(await check(made, accountId)).toBe('limitTimes');
    await giveBack(line);
    expect(await check(made, accountId)).toBeUndefined();
  });

  it('counts quantities of one buyer, not of another', async () => {
    const [one, two] = [await createBuyer(), await createBuyer()];
    const made = await makeProduct(merchantId);
    await limit(made, { quantity: 5 });
    await take(made, one.accountId, 3);
    expect(await check(made, one.accountId, 3)).toBe('limitQuantity');
    expect(await check(made, one.accountId, 2)).toBeUndefined();
    expect(await check(made, two.accountId, 5)).toBeUndefined();
  });

  it('until expiry opens again only when what was bought has expired', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    await limit(made, { untilExpiry: true });
    const orderLineId = await take(made, accountId);
    expect(await check(made, accountId)).toBe('limitUntilExpiry');
    const expiresAt = new Date(now.getTime() + 30 * 86_400_000);
    await inside(({ tx }) => noteExpiry(tx, { orderLineId, expiresAt }));
    expect(await check(made, accountId)).toBe('limitUntilExpiry');
    const later = new Date(expiresAt.getTime() + 1000);
    expect(await check(made, accountId, 1, later)).toBeUndefined();
  });

  it('lets one of ten parallel purchases of one buyer through when the limit is one', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    await limit(made, { times: 1 });
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => take(made, accountId)));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('stock', () => {
  it('sells exactly what is there to 50 buyers at once, and tells the merchant once', async () => {
    const made = await makeProduct(merchantId);
    await stock(made, 20);
    const buyers = await Promise.all(Array.from({ length: 50 }, () => createBuyer()));
    const all = await Promise.allSettled(buyers.map(({ accountId }) => take(made, accountId)));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
    for (const one of all) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ detail: { key: 'product.error.buy.outOfStock' } });
    }
    expect(await stockOf(made)).toMatchObject({ total: 20, consumed: 20 });
    const told = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, made.specId));
    expect(told.map((row) => row.event)).toEqual(['empty']);
  });

  it('comes back once when a line is returned, however often', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    await stock(made, 5);
    const line = await take(made, accountId, 5);
    expect(await check(made, accountId)).toBe('outOfStock');
    await Promise.all([giveBack(line), giveBack(line), giveBack(line)]);
    expect(await stockOf(made)).toMatchObject({ total: 5, consumed: 0 });
  });

  it('does not get back what was bought before stock was kept', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    const before = await take(made, accountId, 2);
    await stock(made, 5);
    await take(made, accountId, 3);
    await giveBack(before);
    expect(await stockOf(made)).toMatchObject({ total: 5, consumed: 3 });
  });

  it('is not needed for services without a stock row', async () => {
    const { accountId } = await createBuyer();
    const made = await makeProduct(merchantId);
    await take(made, accountId, 9_999);
    expect(await stockOf(made)).toBeUndefined();
  });
});
