import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeFile, makeSold, setProductState, wanted } from '@/db/factories/order';
import { feeInvoices, merchants, orders, outbox, standings } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { bank, payableTo, post } from '@/lib/money/ledger';
import { waiveInvoice } from '@/lib/records/invoice-waiver/commands';
import { getMerchantCard } from '@/lib/records/merchant/card';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { readCompany } from '@/lib/workflows/onboarding/facts';
import { completeOrder, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { openApplication } from '@/lib/workflows/product-application/commands';
import { blacklistMerchant } from '@/lib/workflows/standing/commands';
import { approveExit, rejectExit, requestExit, withdrawExit } from './commands';
import { getExitReview, getOwnExit, listExits } from './queries';

type Made = { merchantId: string; owner: Member };
const form = { reason: '公司业务调整，不再经营', understood: 'on' };
let reviewer: Actor;

beforeAll(async () => {
  reviewer = await createOperator('reviewer');
});

const kinds = async (owner: Actor) =>
  ((await getOwnExit(owner))?.obstacles ?? []).map(({ kind }) => kind);

/** An order that was delivered and accepted; 10.00 yuan, its product delisted afterwards. */
async function sold(merchant: Made) {
  const product = await makeSold(merchant, 1000n);
  const buyer = await createBuyer();
  await fund(buyer, 1000n);
  const { id } = await placeOrder(buyer, wanted(product));
  await payOrder(buyer, id);
  return { id, productId: product.productId };
}
/** Pays out what is payable, as a payout does. */
const payOut = (merchantId: string, amount: bigint) =>
  withActor(system('test'), ({ tx, now }) =>
    post(tx, {
      key: `test:${merchantId}`,
      memo: 'payout',
      noun: 'payout',
      subjectId: merchantId,
      at: now,
      merchantId,
      postings: [
        { account: payableTo(merchantId), amount: -amount },
        { account: bank, amount },
      ],
    }),
  );
const invoiceFee = (merchantId: string, amount: bigint) =>
  getDatabase()
    .insert(feeInvoices)
    .values({
      id: newId('feeInvoice'),
      merchantId,
      merchantName: '云途数据科技有限公司',
      amount,
      number: merchantId,
      issuedOn: '2026-11-01',
      fileId: 'fl_none',
      createdBy: 'ac_none',
      createdAt: new Date(),
    });
const stateOf = async (merchantId: string) =>
  (await getDatabase().select().from(merchants).where(eq(merchants.id, merchantId)))[0];

describe('the preconditions', () => {
  it('are named one by one as the merchant clears them', async () => {
    const merchant = await createMerchant();
    const { merchantId, owner } = merchant;
    const order = await sold(merchant);
    expect(await kinds(owner)).toEqual(['products', 'orders', 'guarantee']);
    await setProductState(order.productId, 'delisted');
    await completeOrder(system('accepted'), order.id);
    expect(await kinds(owner)).toEqual(['payable', 'uninvoiced', 'fee']);
    await expect(requestExit(owner, form)).rejects.toMatchObject({
      detail: { key: 'merchantExit.error.request.payable' },
    });
    await payOut(merchantId, 950n);
    await invoiceFee(merchantId, 50n);
    const view = await getOwnExit(owner);
    expect(view?.obstacles).toMatchObject([{ kind: 'uninvoiced', count: 1 }]);
    expect(view?.uninvoiced).toMatchObject([{ id: order.id, amount: 1000n, waiver: null }]);
    const file = await makeFile(owner, { purpose: 'invoiceWaiver', merchantId, accountId: null });
    await waiveInvoice(owner, { orderId: order.id, fileIds: [file.id], note: '客户书面确认' });
    expect(await kinds(owner)).toEqual([]);
    const exit = await requestExit(owner, form);
    const review = await getExitReview(reviewer, exit.id);
    expect(review?.uninvoiced[0]?.waiver?.files).toHaveLength(1);
    await approveExit(reviewer, exit.id, {});
    expect((await stateOf(merchantId))?.exitedAt).toBeInstanceOf(Date);
  });

  it('include a good standing', async () => {
    const { merchantId, owner } = await createMerchant();
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await blacklistMerchant(await createOperator('admin'), merchantId, {
      until,
      reason: '伪造验收材料',
    });
    await expect(requestExit(owner, form)).rejects.toMatchObject({
      detail: { key: 'merchantExit.error.request.standing' },
    });
  });

  it('are checked again at the approval', async () => {
    const merchant = await createMerchant();
    const exit = await requestExit(merchant.owner, form);
    const product = await makeSold(merchant, 1000n);
    await expect(approveExit(reviewer, exit.id, {})).rejects.toMatchObject({
      detail: { key: 'merchantExit.error.approve.products' },
    });
    await setProductState(product.productId, 'delisted');
    expect((await approveExit(reviewer, exit.id, { opinion: '' })).state).toBe('approved');
  });
});

describe('an exit', () => {
  it('is final: the shop is gone, nothing is published, members read on', async () => {
    const { merchantId, owner } = await createMerchant();
    const exit = await requestExit(owner, form);
    await approveExit(reviewer, exit.id, {});
    expect(await getMerchantCard(await createBuyer(), merchantId)).toBeUndefined();
    await expect(
      openApplication(owner, { class: 'general', deliveryType: 'manualService' }),
    ).rejects.toMatchObject({ detail: { key: 'productApplication.error.open.standing' } });
    const reader: Member = { ...owner, readOnly: true };
    expect(can(reader, 'order.read')).toBe(true);
    expect(can(reader, 'merchant.enter')).toBe(true);
    expect(can(reader, 'product.publish')).toBe(false);
    expect(can(reader, 'file.upload')).toBe(false);
    expect(can(reader, 'merchantExit.request')).toBe(false);
    await expect(requestExit(owner, form)).rejects.toMatchObject({
      detail: { key: 'merchantExit.error.request.standing' },
    });
    const [standing] = await getDatabase()
      .select()
      .from(standings)
      .where(eq(standings.merchantId, merchantId));
    expect(standing?.state).toBe('exited');
    const told = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, exit.id));
    expect(told.map(({ event }) => event).sort()).toEqual(['approve', 'request']);
    const company = await withActor(system('test'), async ({ tx }) =>
      readCompany(tx, { id: owner.accountId, realNameKind: 'enterprise' } as never),
    );
    expect(company).toEqual({ company: 'exited', accountExited: true });
  });

  it('and an order at the same moment: one of them loses', async () => {
    for (let round = 0; round < 5; round += 1) {
      const merchant = await createMerchant();
      const exit = await requestExit(merchant.owner, form);
      const product = await makeSold(merchant, 1000n);
      const buyer = await createBuyer();
      // The order reads the product on sale; it is delisted before the approval looks.
      const [placed, left] = await Promise.allSettled([
        placeOrder(buyer, wanted(product)),
        setProductState(product.productId, 'delisted').then(() =>
          approveExit(reviewer, exit.id, {}),
        ),
      ]);
      expect([placed?.status, left?.status].sort()).toEqual(['fulfilled', 'rejected']);
      const rows = await getDatabase()
        .select()
        .from(orders)
        .where(eq(orders.merchantId, merchant.merchantId));
      const { exitedAt } = (await stateOf(merchant.merchantId)) ?? {};
      expect(rows.length > 0 && exitedAt !== null).toBe(false);
    }
  });

  it('is asked for once; of two at once one wins', async () => {
    const { owner } = await createMerchant();
    const results = await Promise.allSettled([requestExit(owner, form), requestExit(owner, form)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(requestExit(owner, form)).rejects.toMatchObject({
      detail: { key: 'merchantExit.error.request.alreadyOpen' },
    });
  });

  it('can be withdrawn, or rejected with a reason, and asked for again', async () => {
    const { owner } = await createMerchant();
    const first = await requestExit(owner, form);
    await withdrawExit(owner, first.id);
    const second = await requestExit(owner, form);
    expect(second.round).toBe(2);
    await expect(rejectExit(reviewer, second.id, { opinion: '' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await rejectExit(reviewer, second.id, { opinion: '请先联系运营经理' });
    await expect(withdrawExit(owner, second.id)).rejects.toMatchObject({ code: 'wrongState' });
    expect((await requestExit(owner, form)).state).toBe('pendingReview');
  });
});

describe('asking', () => {
  it('is the owner’s alone, deciding the reviewers’, and strangers see nothing', async () => {
    const { owner } = await createMerchant();
    const stranger = (await createMerchant()).owner;
    const member = limitedMember(owner, ['merchantExit.read']);
    await expect(requestExit(member, form)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(requestExit(await createBuyer(), form)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const exit = await requestExit(owner, form);
    await expect(approveExit(owner, exit.id, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approveExit(await createOperator('finance'), exit.id, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(withdrawExit(stranger, exit.id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await getExitReview(stranger, exit.id)).toBeUndefined();
    const theirs = await listExits(stranger, {});
    expect(theirs.rows).toEqual([]);
  });

  it.each([
    ['reason', { ...form, reason: '' }],
    ['understood', { reason: form.reason }],
  ])('says what is wrong with %s', async (field, input) => {
    const { owner } = await createMerchant();
    await expect(requestExit(owner, input)).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { [field]: expect.anything() } },
    });
  });
});

describe('proof that no invoice is wanted', () => {
  it('is for the merchant’s own completed orders, with a file', async () => {
    const merchant = await createMerchant();
    const { merchantId, owner } = merchant;
    const order = await sold(merchant);
    const file = await makeFile(owner, { purpose: 'invoiceWaiver', merchantId, accountId: null });
    const input = { orderId: order.id, fileIds: [file.id] };
    await expect(waiveInvoice(owner, input)).rejects.toMatchObject({ code: 'invalid' });
    await completeOrder(system('accepted'), order.id);
    await expect(waiveInvoice(owner, { ...input, fileIds: [] })).rejects.toMatchObject({
      detail: { fields: { fileIds: expect.anything() } },
    });
    await expect(waiveInvoice(owner, { ...input, fileIds: ['fl_none'] })).rejects.toMatchObject({
      detail: { fields: { fileIds: expect.anything() } },
    });
    const stranger = (await createMerchant()).owner;
    await expect(waiveInvoice(stranger, input)).rejects.toMatchObject({ code: 'notFound' });
    await expect(
      waiveInvoice(limitedMember(owner, ['merchantExit.read']), input),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await waiveInvoice(owner, input);
    const again = await makeFile(owner, { purpose: 'invoiceWaiver', merchantId, accountId: null });
    await waiveInvoice(owner, { ...input, fileIds: [again.id] });
    const view = await getOwnExit(owner);
    expect(view?.uninvoiced[0]?.waiver?.files.map(({ id }) => id)).toEqual([again.id]);
  });
});
