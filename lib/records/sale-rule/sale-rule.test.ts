import { beforeAll, describe, expect, it } from 'vitest';
import { makeProduct } from '@/db/factories/product';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { checkSellable } from '@/lib/workflows/product/sellable';
import {
  allowBuyer,
  disallowBuyer,
  liftRestriction,
  removePurchaseLimit,
  restrictSale,
  setPurchaseLimit,
} from './commands';

let owner: Member;
let stranger: Member;
let merchantId: string;
beforeAll(async () => {
  ({ owner, merchantId } = await createMerchant());
  ({ owner: stranger } = await createMerchant({ name: '另一家公司' }));
});

const complaint = (buyerId: string, skuId: string) =>
  withActor(system('test'), ({ tx, now }) =>
    checkSellable(tx, { buyerId, skuId, quantity: 1, now }),
  );

describe('an allow-list', () => {
  it('takes a buyer only when account name and id both match', async () => {
    const { accountId } = await createBuyer({ name: '王小明' });
    const { productId, skuId } = await makeProduct(merchantId);
    const { id: restrictionId } = await restrictSale(owner, { productId });
    expect(await complaint(accountId, skuId)).toBe('notAllowed');
    const wrong = [
      { accountName: '王大明', accountId },
      { accountName: '王小明', accountId: 'ac_someone' },
    ];
    for (const input of wrong) {
      await expect(allowBuyer(owner, { restrictionId, ...input })).rejects.toMatchObject({
        detail: { fields: { accountId: { key: 'saleRule.error.accountMismatch' } } },
      });
    }
    await allowBuyer(owner, { restrictionId, accountName: '王小明', accountId });
    expect(await complaint(accountId, skuId)).toBeUndefined();
    await expect(
      allowBuyer(owner, { restrictionId, accountName: '王小明', accountId }),
    ).rejects.toMatchObject({
      detail: { fields: { accountId: { key: 'saleRule.error.alreadyAllowed' } } },
    });
    await liftRestriction(owner, { id: restrictionId });
    expect(await complaint((await createBuyer()).accountId, skuId)).toBeUndefined();
  });

  it('is made once per product and once per specification', async () => {
    const { productId, specId } = await makeProduct(merchantId);
    await restrictSale(owner, { productId });
    await restrictSale(owner, { productId, specId });
    for (const input of [{ productId }, { productId, specId }]) {
      await expect(restrictSale(owner, input)).rejects.toMatchObject({
        detail: { key: 'saleRule.error.alreadyRestricted' },
      });
    }
  });
});

describe('a purchase limit', () => {
  it('says something, in whole numbers', async () => {
    const { specId } = await makeProduct(merchantId);
    await expect(setPurchaseLimit(owner, { specId })).rejects.toMatchObject({
      detail: { fields: { times: { key: 'saleRule.error.limitEmpty' } } },
    });
    for (const times of ['0', '1.5', 'many', '-1']) {
      await expect(setPurchaseLimit(owner, { specId, times })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
  });

  it('holds at once, is replaced by the next and can be taken away', async () => {
    const { specId } = await makeProduct(merchantId);
    await setPurchaseLimit(owner, { specId, times: '2' });
    await setPurchaseLimit(owner, { specId, untilExpiry: 'on' });
    await removePurchaseLimit(owner, { specId });
    await expect(removePurchaseLimit(owner, { specId })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('rules of sale', () => {
  it('of another merchant look like nothing, and need the product in scope', async () => {
    const { productId, specId } = await makeProduct(merchantId);
    const { id } = await restrictSale(owner, { productId });
    const elsewhere = limitedMember(owner, ['saleRule.change'], ['pd_other']);
    const attempts: [(actor: Actor) => Promise<unknown>][] = [
      [(actor) => setPurchaseLimit(actor, { specId, times: '1' })],
      [(actor) => restrictSale(actor, { productId, specId })],
      [(actor) => liftRestriction(actor, { id })],
      [(actor) => allowBuyer(actor, { restrictionId: id, accountName: 'x', accountId: 'y' })],
    ];
    for (const [attempt] of attempts) {
      await expect(attempt(stranger)).rejects.toMatchObject({ code: 'notFound' });
      await expect(attempt(elsewhere)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(attempt(limitedMember(owner, ['product.read']))).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(disallowBuyer(stranger, { id: 'sb_none' })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('cannot be changed on what is delisted', async () => {
    const { productId, specId } = await makeProduct(merchantId, { product: { state: 'delisted' } });
    for (const attempt of [
      () => restrictSale(owner, { productId }),
      () => setPurchaseLimit(owner, { specId, times: '1' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ detail: { key: 'saleRule.error.delisted' } });
    }
  });
});
