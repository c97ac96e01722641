import { beforeAll, describe, expect, it } from 'vitest';
import { makeProduct } from '@/db/factories/product';
import type { Actor, Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { freezeProduct } from './commands';
import { listProductLog, listSellingMerchants, opsProductFilters } from './ops-queries';
import { countOwnProducts, getOwnProduct, listOwnProducts } from './own-queries';

let reviewer: Actor;
let owner: Member;
let merchantId: string;
let hidden: string;
let plain: string;
beforeAll(async () => {
  reviewer = await createOperator('reviewer');
  ({ owner, merchantId } = await createMerchant());
  await createMerchant({ name: '还没有商品的公司' });
  hidden = (await makeProduct(merchantId, { product: { publicSale: false } })).productId;
  plain = (await makeProduct(merchantId, { product: { name: '容灾演练' } })).productId;
});

const ids = async (filters: object) =>
  (await listOwnProducts(reviewer, opsProductFilters.parse(filters))).rows.map(
    ({ product }) => product.id,
  );

describe('products as operations see them', () => {
  it('are filtered by merchant, state, category, display and words', async () => {
    expect(await ids({ merchantId })).toEqual([hidden, plain].sort().reverse());
    expect(await ids({ merchantId, sale: 'hidden' })).toEqual([hidden]);
    expect(await ids({ merchantId, q: '容灾' })).toEqual([plain]);
    expect(await ids({ merchantId, categoryId: 'ct_none' })).toEqual([]);
    expect(await ids({ merchantId, state: 'delisted' })).toEqual([]);
    expect(await countOwnProducts(reviewer, { merchantId })).toBe(2);
  });

  it('offer the merchants that listed something', async () => {
    const merchants = await listSellingMerchants(reviewer);
    expect(merchants.map(({ id }) => id)).toEqual([merchantId]);
  });

  it('have a log that names who froze them and why', async () => {
    await freezeProduct(reviewer, plain, { reason: '客户投诉未按期交付' });
    const log = await listProductLog(reviewer, plain);
    const last = log.rows.at(-1);
    expect(last?.event).toBe('freeze');
    expect(log.names[last?.actor.accountId ?? '']).toBe('Operator');
  });

  it('are shown to nobody else', async () => {
    for (const actor of [owner, await createBuyer(), { kind: 'visitor' } as const]) {
      expect(await listSellingMerchants(actor)).toEqual([]);
      expect((await listProductLog(actor, plain)).rows).toEqual([]);
    }
    const elsewhere = limitedMember(owner, ['product.read'], ['pd_other']);
    expect(await getOwnProduct(elsewhere, plain)).toBeUndefined();
  });
});
