import { beforeAll, describe, expect, it } from 'vitest';
import { makeProduct } from '@/db/factories/product';
import type { Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { allowBuyer, restrictSale, setPurchaseLimit } from './commands';
import { countSaleRules, getSaleRules, listSaleRules, saleRuleFilters } from './queries';

let owner: Member;
let stranger: Member;
let limited: { productId: string; specId: string };
let restricted: { productId: string; specId: string };
let open: { productId: string; specId: string };
let buyerId: string;
beforeAll(async () => {
  let merchantId: string;
  ({ owner, merchantId } = await createMerchant());
  ({ owner: stranger } = await createMerchant({ name: '另一家公司' }));
  limited = await makeProduct(merchantId, { product: { name: '容灾演练' } });
  restricted = await makeProduct(merchantId, { product: { state: 'frozen' } });
  open = await makeProduct(merchantId);
  await makeProduct(merchantId, { product: { state: 'delisted' } });
  await setPurchaseLimit(owner, { specId: limited.specId, times: '2' });
  const { id } = await restrictSale(owner, { productId: restricted.productId });
  buyerId = (await createBuyer({ name: '王小明' })).accountId;
  await allowBuyer(owner, { restrictionId: id, accountName: '王小明', accountId: buyerId });
  await restrictSale(owner, restricted);
});

const ids = async (filters: object, actor = owner) =>
  (await listSaleRules(actor, saleRuleFilters.parse(filters))).rows.map(({ id }) => id);

describe('the list of configured products', () => {
  it('holds what is on sale or frozen, with the figures of what is configured', async () => {
    const { rows } = await listSaleRules(owner);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ id }) => id === limited.productId)).toMatchObject({
      specs: 1,
      limits: 1,
      wholeProduct: false,
      restrictedSpecs: 0,
      buyers: 0,
    });
    expect(rows.find(({ id }) => id === restricted.productId)).toMatchObject({
      limits: 0,
      wholeProduct: true,
      restrictedSpecs: 1,
      buyers: 1,
    });
  });

  it('is filtered by what is configured and by words', async () => {
    expect(await ids({ show: 'limited' })).toEqual([limited.productId]);
    expect(await ids({ show: 'restricted' })).toEqual([restricted.productId]);
    expect(await ids({ show: 'open' })).toEqual([open.productId]);
    expect(await ids({ q: '容灾' })).toEqual([limited.productId]);
    expect(await ids({ q: open.productId })).toEqual([open.productId]);
    expect(await countSaleRules(owner, { show: 'limited' })).toBe(1);
  });

  it('is empty for strangers, without the permission, and outside the product scope', async () => {
    const without = limitedMember(owner, ['product.read']);
    const elsewhere = limitedMember(owner, ['saleRule.read'], ['pd_other']);
    for (const actor of [stranger, without, elsewhere]) {
      expect(await ids({}, actor)).toEqual([]);
      expect(await countSaleRules(actor)).toBe(0);
      expect(await getSaleRules(actor, limited.productId)).toBeUndefined();
    }
  });
});

describe('the configuration of a product', () => {
  it('tells limits and both kinds of allow-list apart', async () => {
    const rules = await getSaleRules(owner, restricted.productId);
    expect(rules?.allowList?.buyers.map(({ accountId }) => accountId)).toEqual([buyerId]);
    expect(rules?.specs[0]?.allowList?.buyers).toEqual([]);
    expect(rules?.specs[0]?.limit).toBeUndefined();
    const other = await getSaleRules(owner, limited.productId);
    expect(other?.allowList).toBeUndefined();
    expect(other?.specs[0]?.limit).toMatchObject({ times: 2, quantity: null });
  });
});
