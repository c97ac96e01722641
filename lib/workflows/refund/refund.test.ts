import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { agreement, makeRefund, proofFile, refundInput } from '@/db/factories/refund';
import { handIn, makeSupervised, moveClock } from '@/db/factories/supervision';
import { instances, refundDocuments, settingValues } from '@/db/schema';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import { newId } from '@/lib/ids';
import { buyerBalance, guaranteeOf, payableTo, platformFee } from '@/lib/money/ledger';
import { acceptDelivery } from '@/lib/workflows/supervision/commands';
import {
  agreeRefund,
  executeRefund,
  rejectRefund,
  requestRefund,
  withdrawRefund,
} from './commands';
import { getRefund, getRefundOffer, listRefunds } from './queries';

import { balance, differences, order, record, row, told } from './testing';

beforeEach(() => moveClock(0));

describe('a full refund', () => {
  it('is asked for, agreed to and carried out: money back, order and record ended', async () => {
    const { buyer, owner, orderId, id, refund } = await makeRefund({ share: 'on' });
    expect(refund).toMatchObject({
      state: 'awaitingMerchant',
      round: 1,
      amount: 990_000n,
      paid: 990_000n,
      terms: { ruleId: 'manualService', route: 'negotiated', voucherBack: false, versionId: null },
    });
    expect(await told(refund.id, 'open')).toEqual(['merchant']);
    const fee = await balance(platformFee);
    await agreeRefund(owner, refund.id, await agreement(owner));
    expect((await row(refund.id))?.state).toBe('refunding');
    expect(await told(refund.id, 'agree')).toEqual(['buyer']);
    // Nothing has moved yet; the job moves it.
    expect(await balance(buyerBalance(buyer.accountId))).toBe(0n);
    await executeRefund(refund.id);
    await executeRefund(refund.id);
    expect(await row(refund.id)).toMatchObject({ state: 'refunded' });
    expect(await order(orderId)).toMatchObject({
      state: 'completed',
      refunded: 990_000n,
      fee: 0n,
      payable: 0n,
    });
    expect(await record(id)).toMatchObject({ state: 'closed', closeReason: 'refund' });
    expect(await balance(buyerBalance(buyer.accountId))).toBe(990_000n);
    expect(await balance(guaranteeOf(owner.merchantId))).toBe(0n);
    expect(await balance(payableTo(owner.merchantId))).toBe(0n);
    expect(await balance(platformFee)).toBe(fee);
    expect(await told(refund.id, 'execute')).toEqual(['buyer', 'merchant']);
    expect(await told(orderId, 'refund')).toEqual([]);
    expect(await differences()).toEqual([]);
    const log = await listStream(buyer, `order:${orderId}`);
    expect(log.map(({ noun, event }) => `${noun}.${event}`).slice(-5)).toEqual([
      'refund.open',
      'refund.agree',
      'supervision.close',
      'order.refund',
      'refund.execute',
    ]);
    expect(firstBreak(log)).toBeUndefined();
  });

  it('takes the service back where there already is one', async () => {
    const { owner, orderId, buyer, refund } = await makeRefund();
    const source = await makeSupervised();
    await handIn(source);
    await acceptDelivery(source.buyer, source.id);
    const [given] = await getDatabase()
      .select()
      .from(instances)
      .where(eq(instances.orderId, source.orderId));
    if (!given) throw new Error('no service');
    const id = newId('instance');
    await getDatabase()
      .insert(instances)
      .values({
        ...given,
        id,
        orderId,
        orderLineId: `${orderId}-000001`,
        buyerId: buyer.accountId,
        merchantId: owner.merchantId,
      });
    await agreeRefund(owner, refund.id, await agreement(owner));
    await executeRefund(refund.id);
    const [released] = await getDatabase().select().from(instances).where(eq(instances.id, id));
    expect(released?.state).toBe('released');
    expect(released?.releasedAt).toBeInstanceOf(Date);
  });
});

describe('a partial refund', () => {
  it('needs the acceptance document of the part delivered, and splits what is kept', async () => {
    const { buyer, owner, orderId, refund } = await makeRefund({ amount: '4,000.00' });
    const without = { opinion: '同意', documents: { agreementRecord: [await proofFile(owner)] } };
    await expect(agreeRefund(owner, refund.id, without)).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { 'documents.acceptanceDocument': expect.anything() } },
    });
    await agreeRefund(owner, refund.id, await agreement(owner, 'partial'));
    await executeRefund(refund.id);
    // 5,900.00 are kept; 5 % of them are the platform's.
    expect(await order(orderId)).toMatchObject({
      refunded: 400_000n,
      fee: 29_500n,
      payable: 560_500n,
    });
    expect(await balance(buyerBalance(buyer.accountId))).toBe(400_000n);
    expect(await balance(payableTo(owner.merchantId))).toBe(560_500n);
    const files = await getDatabase()
      .select()
      .from(refundDocuments)
      .where(eq(refundDocuments.refundId, refund.id));
    expect(files.map(({ kind }) => kind).sort()).toEqual(['acceptanceDocument', 'agreementRecord']);
    expect(await differences()).toEqual([]);
  });
});

describe('a request', () => {
  it.each([
    ['amount', { amount: '0' }, 'money.error.format'],
    ['amount', { amount: '-5' }, 'money.error.format'],
    ['amount', { amount: '一百' }, 'money.error.format'],
    ['amount', { amount: '1.005' }, 'money.error.format'],
    ['amount', { amount: '' }, 'money.error.required'],
    ['amount', { amount: '9900.01' }, 'refund.error.exceedsPaid'],
    ['reason', { reason: '' }, 'form.error.required'],
    ['reason', { reason: 'because' }, 'form.error.notAChoice'],
    ['explanation', { reason: 'other', explanation: ' ' }, 'form.error.required'],
    ['explanation', { explanation: '长'.repeat(1001) }, 'form.error.tooLong'],
  ])('is refused for its %s: %o', async (field, values, key) => {
    const made = await makeSupervised();
    const attempt = requestRefund(made.buyer, refundInput(made.orderId, values));
    await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
    await attempt.catch((error: { detail: { fields: Record<string, unknown> } }) => {
      const complaint = error.detail.fields[field];
      expect(typeof complaint === 'string' ? { key: complaint } : complaint).toMatchObject({ key });
    });
    expect((await listRefunds(made.buyer, {})).rows).toEqual([]);
  });

  it('shows the merchant contact data only with consent', async () => {
    const silent = await makeRefund();
    expect((await getRefund(silent.owner, silent.refund.id))?.row.sharedContact).toBeNull();
    const open = await makeRefund({ share: 'on' });
    expect((await getRefund(open.owner, open.refund.id))?.row.sharedContact).toMatchObject({
      phone: '13800000000',
    });
  });

  it('is refused while another is under way, and may be made again after a rejection, without limit', async () => {
    const { buyer, owner, orderId, refund } = await makeRefund();
    await expect(requestRefund(buyer, refundInput(orderId))).rejects.toMatchObject({
      detail: { key: 'refund.error.open.alreadyOpen' },
    });
    let current = refund;
    for (const round of [2, 3, 4]) {
      await rejectRefund(owner, current.id, { opinion: '服务已经开始，请按约定完成。' });
      expect(await told(current.id, 'reject')).toEqual(['buyer']);
      current = await requestRefund(buyer, refundInput(orderId, { amount: '100' }));
      expect(current.round).toBe(round);
    }
    const detail = await getRefund(buyer, current.id);
    expect(detail?.others.map(({ round, state }) => `${round} ${state}`)).toEqual([
      '3 rejected',
      '2 rejected',
      '1 rejected',
    ]);
  });

  it('can be withdrawn while the merchant has not decided, and not afterwards', async () => {
    const { buyer, owner, orderId, refund } = await makeRefund();
    await withdrawRefund(buyer, refund.id);
    expect(await told(refund.id, 'withdraw')).toEqual(['merchant']);
    await expect(agreeRefund(owner, refund.id, await agreement(owner))).rejects.toMatchObject({
      code: 'wrongState',
    });
    const again = await requestRefund(buyer, refundInput(orderId));
    await agreeRefund(owner, again.id, await agreement(owner));
    await expect(withdrawRefund(buyer, again.id)).rejects.toMatchObject({ code: 'wrongState' });
  });

  it('is refused after acceptance and before the record began', async () => {
    const made = await makeSupervised();
    await handIn(made);
    await acceptDelivery(made.buyer, made.id);
    await expect(requestRefund(made.buyer, refundInput(made.orderId))).rejects.toMatchObject({
      detail: { key: 'refund.error.open.guaranteeOpen' },
    });
    expect(await getRefundOffer(made.buyer, made.orderId)).toMatchObject({
      against: 'guaranteeOpen',
      answer: { route: 'negotiated', comesBack: { voucher: false } },
    });
  });

  it('goes by the rules as they stood when the order was placed', async () => {
    const made = await makeSupervised();
    await getDatabase()
      .insert(settingValues)
      .values({
        id: newId('setting'),
        key: 'refund.rules',
        value: [
          { id: 'nothing', occasion: 'request', route: 'none', conditions: [], comesBack: null },
        ],
        effectiveFrom: new Date(),
        note: 'test',
        createdBy: 'ac_test',
        createdAt: new Date(),
      });
    const later = await makeSupervised();
    const version = await order(later.orderId);
    await getDatabase().delete(settingValues).where(eq(settingValues.key, 'refund.rules'));
    const rule = version?.rules.find(({ key }) => key === 'refund.rules');
    expect(rule).toMatchObject({ value: 'nothing' });
    expect(rule?.versionId).toMatch(/^st_/);
    const before = await order(made.orderId);
    expect(before?.rules.find(({ key }) => key === 'refund.rules')).toMatchObject({
      value: 'manualService',
      versionId: null,
    });
    await requestRefund(made.buyer, refundInput(made.orderId));
  });

  it('is refused where the rules of the order know no negotiated refund', async () => {
    await getDatabase()
      .insert(settingValues)
      .values({
        id: newId('setting'),
        key: 'refund.rules',
        value: [
          { id: 'nothing', occasion: 'request', route: 'none', conditions: [], comesBack: null },
        ],
        effectiveFrom: new Date(),
        note: 'test',
        createdBy: 'ac_test',
        createdAt: new Date(),
      });
    const made = await makeSupervised();
    const attempt = requestRefund(made.buyer, refundInput(made.orderId));
    await expect(attempt).rejects.toMatchObject({
      detail: { key: 'refund.error.open.notNegotiated' },
    });
    await getDatabase().delete(settingValues).where(eq(settingValues.key, 'refund.rules'));
  });
});
