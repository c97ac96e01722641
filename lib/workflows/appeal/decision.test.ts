import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveClock } from '@/db/factories/supervision';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import type { Operator } from '@/lib/auth/actor';
import { buyerBalance, guaranteeOf, payableTo } from '@/lib/money/ledger';
import {
  answerAsMerchant,
  askMerchant,
  decideAcceptance,
  decideFullRefund,
  decidePartialRefund,
  decideResume,
} from './commands';
import { appealOf, balanceOf, makeAppeal, orderOf, recordOf, staffArbiter, told } from './testing';

let arbiter: Operator;

beforeAll(async () => {
  arbiter = await staffArbiter();
});
beforeEach(() => moveClock(0));

describe('a decision', () => {
  const balances = async (made: {
    buyer: { accountId: string };
    owner: { merchantId: string };
  }) => ({
    buyer: await balanceOf(buyerBalance(made.buyer.accountId)),
    guarantee: await balanceOf(guaranteeOf(made.owner.merchantId)),
    payable: await balanceOf(payableTo(made.owner.merchantId)),
  });

  it('resumes the record where it was, and tells both sides the reasons', async () => {
    const made = await makeAppeal();
    const decided = await decideResume(arbiter, made.appeal.id, { reason: '证据不足。' });
    expect(decided).toMatchObject({ state: 'decided', outcome: 'resumed', decidedNode: null });
    expect((await recordOf(made.id))?.state).toBe('acceptance');
    const written = await told(made.appeal.id, 'resume');
    for (const audience of ['buyer', 'merchant']) {
      const mine = written.filter((message) => message.audience === audience);
      expect(mine.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['site', 'mail']));
      expect(mine[0]?.body).toContain('证据不足。');
      expect(mine[0]?.body).toContain('客户确认验收');
      expect(mine[0]?.type).toBe('appeal.decided');
    }
  });

  it('resumes the record at the node that it names', async () => {
    const made = await makeAppeal();
    await decideResume(arbiter, made.appeal.id, { reason: '重新交付。', node: 'delivery' });
    expect((await recordOf(made.id))?.state).toBe('delivery');
  });

  it('refunds everything, and closes record and order', async () => {
    const made = await makeAppeal();
    await decideFullRefund(arbiter, made.appeal.id, { reason: '未按约定交付。' });
    expect(await appealOf(made.appeal.id)).toMatchObject({
      outcome: 'refundedInFull',
      refunded: 990_000n,
    });
    expect(await recordOf(made.id)).toMatchObject({ state: 'closed', closeReason: 'appeal' });
    expect(await orderOf(made.orderId)).toMatchObject({ state: 'completed', refunded: 990_000n });
    expect(await balances(made)).toEqual({ buyer: 990_000n, guarantee: 0n, payable: 0n });
  });

  it('refunds a part, and settles the rest with the merchant less the fee', async () => {
    const made = await makeAppeal();
    await decidePartialRefund(arbiter, made.appeal.id, {
      reason: '部分交付。',
      amount: '4,950.00',
    });
    expect(await orderOf(made.orderId)).toMatchObject({ refunded: 495_000n, fee: 24_750n });
    expect(await balances(made)).toEqual({ buyer: 495_000n, guarantee: 0n, payable: 470_250n });
    const [mail] = (await told(made.appeal.id, 'refundPart')).filter(
      ({ audience, channel }) => audience === 'buyer' && channel === 'mail',
    );
    expect(mail?.body).toContain('¥4,950.00');
  });

  it('completes as accepted, and pays the merchant', async () => {
    const made = await makeAppeal('merchant');
    await decideAcceptance(arbiter, made.appeal.id, { reason: '交付属实，客户失联。' });
    expect(await recordOf(made.id)).toMatchObject({ state: 'done' });
    expect((await recordOf(made.id))?.instanceId).toBeTruthy();
    expect(await balances(made)).toEqual({ buyer: 0n, guarantee: 0n, payable: 940_500n });
  });

  it('leaves one whole chain of evidence with every step', async () => {
    const made = await makeAppeal();
    await askMerchant(arbiter, made.appeal.id, { text: '请说明。' });
    await answerAsMerchant(made.owner, made.appeal.id, { text: '已按约定。' });
    await decidePartialRefund(arbiter, made.appeal.id, { reason: '部分交付。', amount: '100' });
    const stream = await listStream(made.buyer, `order:${made.orderId}`);
    expect(firstBreak(stream)).toBeUndefined();
    expect(stream.map(({ noun, event }) => `${noun}.${event}`)).toEqual(
      expect.arrayContaining([
        'appeal.openAsBuyer',
        'supervision.freeze',
        'appeal.askMerchant',
        'appeal.answerAsMerchant',
        'supervision.close',
        'order.refund',
        'appeal.refundPart',
      ]),
    );
  });
});
