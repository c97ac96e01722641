import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { type MadeProduct, makeProduct } from '@/db/factories/product';
import { outbox, products, skus, specs } from '@/db/schema';
import { type Actor, type Member, VISITOR } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  delistProduct,
  delistProductForBreach,
  delistSku,
  delistSpec,
  freezeProduct,
  unfreezeProduct,
} from './commands';
import { getSellable, getStoreProduct, listStoreProducts } from './queries';

let owner: Member;
let merchantId: string;
let reviewer: Actor;
const confirm = 'delist';
const reason = { reason: '商品说明与实际交付不符' };

beforeAll(async () => {
  ({ owner, merchantId } = await createMerchant());
  reviewer = await createOperator('reviewer');
});

const stateOf = async (made: MadeProduct) => {
  const database = getDatabase();
  const [product] = await database.select().from(products).where(eq(products.id, made.productId));
  const [spec] = await database.select().from(specs).where(eq(specs.id, made.specId));
  const [sku] = await database.select().from(skus).where(eq(skus.id, made.skuId));
  return [product?.state, spec?.state, sku?.state];
};

async function addSpec(made: MadeProduct) {
  const specId = `${made.specId}_b`;
  const now = new Date();
  await getDatabase().insert(specs).values({
    id: specId,
    productId: made.productId,
    merchantId,
    state: 'onSale',
    name: '尊享迁移',
    hidden: true,
    pricing: 'simple',
    attributes: [],
    position: 2,
    createdAt: now,
    updatedAt: now,
  });
  await addSku(made, specId, 'oneTime');
  return specId;
}

async function addSku(made: MadeProduct, specId: string, key: 'oneTime' | 'month') {
  const id = `${specId}_${key}`;
  const now = new Date();
  await getDatabase().insert(skus).values({
    id,
    specId,
    productId: made.productId,
    merchantId,
    state: 'onSale',
    billing: key,
    attributes: [],
    key,
    price: 50_000n,
    taxType: 'service',
    position: 2,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

describe('delisting', () => {
  it('a product takes its specifications and SKUs along, for good', async () => {
    const made = await makeProduct(merchantId);
    await delistProduct(owner, made.productId, { confirm });
    expect(await stateOf(made)).toEqual(['delisted', 'delisted', 'delisted']);
    await expect(delistProduct(owner, made.productId, { confirm })).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('needs its confirmation', async () => {
    const made = await makeProduct(merchantId);
    await expect(delistProduct(owner, made.productId, {})).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await stateOf(made)).toEqual(['onSale', 'onSale', 'onSale']);
  });

  it('one of two specifications leaves the product on sale, the last discontinues it', async () => {
    const made = await makeProduct(merchantId);
    const other = await addSpec(made);
    await delistSpec(owner, made.productId, { specId: made.specId, confirm });
    expect(await stateOf(made)).toEqual(['onSale', 'delisted', 'delisted']);
    await expect(
      delistSpec(owner, made.productId, { specId: made.specId, confirm }),
    ).rejects.toMatchObject({ detail: { key: 'product.error.delistSpec.specNotOnSale' } });
    await delistSpec(owner, made.productId, { specId: other, confirm });
    expect((await stateOf(made))[0]).toBe('delisted');
  });

  it('two specifications at once ends with the product discontinued', async () => {
    const made = await makeProduct(merchantId);
    const other = await addSpec(made);
    await Promise.all(
      [made.specId, other].map((specId) => delistSpec(owner, made.productId, { specId, confirm })),
    );
    expect((await stateOf(made))[0]).toBe('delisted');
  });

  it('the last SKU takes its specification along', async () => {
    const made = await makeProduct(merchantId);
    await addSpec(made);
    const month = await addSku(made, made.specId, 'month');
    await delistSku(owner, made.productId, { skuId: made.skuId, confirm });
    expect(await stateOf(made)).toEqual(['onSale', 'onSale', 'delisted']);
    await delistSku(owner, made.productId, { skuId: month, confirm });
    expect(await stateOf(made)).toEqual(['onSale', 'delisted', 'delisted']);
  });
});

describe('operators', () => {
  it('freeze, lift the freeze and delist, with a reason that the merchant is told', async () => {
    const made = await makeProduct(merchantId);
    await expect(freezeProduct(reviewer, made.productId, { reason: '短' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await freezeProduct(reviewer, made.productId, reason);
    expect((await stateOf(made))[0]).toBe('frozen');
    await unfreezeProduct(reviewer, made.productId, reason);
    await delistProductForBreach(reviewer, made.productId, reason);
    expect(await stateOf(made)).toEqual(['delisted', 'delisted', 'delisted']);
    const told = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, made.productId));
    expect(told.map((row) => [row.event, row.params.reason])).toContainEqual([
      'freeze',
      reason.reason,
    ]);
  });

  it('alone may do so', async () => {
    const made = await makeProduct(merchantId);
    for (const attempt of [freezeProduct, delistProductForBreach]) {
      await expect(attempt(owner, made.productId, reason)).rejects.toMatchObject({
        code: 'forbidden',
      });
      const finance = await createOperator('finance');
      await expect(attempt(finance, made.productId, reason)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

describe('a stranger', () => {
  it('of any kind cannot delist, and learns nothing', async () => {
    const made = await makeProduct(merchantId, { product: { publicSale: false } });
    const { owner: other } = await createMerchant({ name: '另一家公司' });
    for (const actor of [other, await createBuyer(), VISITOR]) {
      await expect(delistProduct(actor, made.productId, { confirm })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
    const elsewhere = limitedMember(owner, ['product.delist'], ['pd_other']);
    await expect(delistProduct(elsewhere, made.productId, { confirm })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the shelf', () => {
  it('shows what is on sale and public, found by Chinese and English words', async () => {
    const searchText = 'zebra 数据 迁移 斑马 斑 马';
    const shown = await makeProduct(merchantId, { product: { searchText } });
    await makeProduct(merchantId, { product: { searchText, publicSale: false } });
    await makeProduct(merchantId, { product: { searchText, state: 'frozen' } });
    await makeProduct(merchantId, { product: { searchText, state: 'delisted' } });
    for (const q of ['Zebra', '斑马', 'zeb']) {
      const { rows } = await listStoreProducts(VISITOR, { q });
      expect(rows.map(({ id }) => id)).toEqual([shown.productId]);
    }
    expect((await listStoreProducts(VISITOR, { q: "'); drop" })).rows).toEqual([]);
  });

  it('lists a top category with all its leaves', async () => {
    const made = await makeProduct(merchantId, { product: { categoryId: 'ct_troubleshooting' } });
    for (const categoryId of ['ct_troubleshooting', 'ct_professional-service']) {
      const { rows } = await listStoreProducts(VISITOR, { categoryId });
      expect(rows.map(({ id }) => id)).toContain(made.productId);
    }
    const { rows } = await listStoreProducts(VISITOR, { categoryId: 'ct_games' });
    expect(rows).toEqual([]);
  });

  it.each(['newest', 'cheapest', 'dearest'] as const)(
    'pages through %s without gaps',
    async (sort) => {
      const { merchantId: shop } = await createMerchant({ name: '分页商家' });
      const made = [];
      for (const fromPrice of [300n, 100n, 100n, 200n, 500n]) {
        made.push((await makeProduct(shop, { product: { fromPrice } })).productId);
      }
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listStoreProducts(VISITOR, {
          merchantId: shop,
          sort,
          size: 2,
          ...(after ? { after } : {}),
        });
        seen.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after);
      expect([...seen].sort()).toEqual([...made].sort());
    },
  );

  it('opens a hidden product by its address, and a hidden specification by its own', async () => {
    const made = await makeProduct(merchantId, { product: { publicSale: false } });
    const hidden = await addSpec(made);
    const page = await getStoreProduct(VISITOR, made.productId);
    expect(page?.specs.map(({ id }) => id)).toEqual([made.specId]);
    const own = await getStoreProduct(VISITOR, made.productId, { specId: hidden });
    expect(own?.specs.map(({ id }) => id)).toEqual([made.specId, hidden]);
    expect(page?.topCategory?.id).toBe('ct_professional-service');
  });

  it('has nothing where a product is frozen or discontinued', async () => {
    for (const state of ['frozen', 'delisted'] as const) {
      const made = await makeProduct(merchantId, { product: { state } });
      expect(await getStoreProduct(VISITOR, made.productId)).toBeUndefined();
    }
  });

  it('tells a buyer what stands against buying', async () => {
    const buyer = await createBuyer();
    const made = await makeProduct(merchantId);
    expect((await getSellable(buyer, made.skuId))?.complaint).toBeUndefined();
    expect(await getSellable(buyer, 'sk_none')).toBeUndefined();
  });
});
