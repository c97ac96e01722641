import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { handIn, makeSupervised, moveClock } from '@/db/factories/supervision';
import {
  appealRequests,
  appeals,
  fileGrants,
  messages,
  operators,
  orders,
  outbox,
  supervisions,
} from '@/db/schema';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import type { Operator } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { buyerBalance, derivedBalance, guaranteeOf, payableTo } from '@/lib/money/ledger';
import { expandNotice } from '@/lib/notify/expand';
import { createOperator } from '@/lib/testing/actors';
import {
  acceptDelivery,
  deliver,
  rejectDelivery,
  supervisionWorkflow,
} from '@/lib/workflows/supervision/commands';
import {
  answerAsBuyer,
  answerAsMerchant,
  appealWorkflow,
  askBuyer,
  askMerchant,
  decideAcceptance,
  decideFullRefund,
  decidePartialRefund,
  decideResume,
  openAppealAsBuyer,
  openAppealAsMerchant,
  recallRequest,
  withdrawAppeal,
} from './commands';
import { getAppeal } from './queries';
import { appealFile, buyersAppeal, makeAppeal, merchantsAppeal } from './testing';

const DAY = 86_400;
const database = () => getDatabase();
const appealOf = async (id: string) =>
  (await database().select().from(appeals).where(eq(appeals.id, id)))[0];
const recordOf = async (id: string) =>
  (await database().select().from(supervisions).where(eq(supervisions.id, id)))[0];
const orderOf = async (id: string) =>
  (await database().select().from(orders).where(eq(orders.id, id)))[0];
const balanceOf = (account: Parameters<typeof derivedBalance>[1]) =>
  database().transaction((tx) => derivedBalance(tx, account));
const sweep = () => fireDueDeadlines([supervisionWorkflow, appealWorkflow] as never);

/** Messages of the notices of one event, by audience. */
async function told(subjectId: string, event: string) {
  const rows = await database()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, subjectId), eq(outbox.event, event)));
  for (const { id } of rows) await expandNotice(id);
  const written = await database()
    .select()
    .from(messages)
    .where(
      inArray(
        messages.outboxId,
        rows.map(({ id }) => id),
      ),
    );
  return written.map((message) => ({
    ...message,
    audience: rows.find(({ id }) => id === message.outboxId)?.audience,
  }));
}

let arbiter: Operator;

beforeAll(async () => {
  arbiter = (await createOperator('arbiter')) as Operator;
  await database()
    .insert(operators)
    .values({
      id: 'op_appeal_test',
      accountId: arbiter.accountId,
      roles: ['arbiter'],
      createdAt: new Date(),
      updatedAt: new Date(),
    } as never);
});
beforeEach(() => moveClock(0));

describe('opening an appeal', () => {
  it('freezes both sides, names the node, counts the days and tells the other side and the house', async () => {
    const { appeal, buyer, owner, id } = await makeAppeal();
    expect(appeal).toMatchObject({
      state: 'handling',
      openedBy: 'buyer',
      node: 'acceptance',
      supervisionId: id,
      paid: 990_000n,
    });
    expect(appeal.dueAt).toEqual(appeal.handleBy);
    expect(await recordOf(id)).toMatchObject({ state: 'appeal', appealId: appeal.id });
    for (const work of [
      () => acceptDelivery(buyer, id),
      () => rejectDelivery(buyer, id, { reason: '不符' }),
      () => deliver(owner, id, {}),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'wrongState' });
    }
    const written = await told(appeal.id, 'openAsBuyer');
    const mails = written.filter(({ channel }) => channel === 'mail');
    expect(mails.map(({ audience }) => audience).sort()).toEqual(['merchant', 'operations']);
    expect(mails[0]?.body).toContain('缺少回退预案');
    expect(written.some(({ accountId }) => accountId === buyer.accountId)).toBe(false);
  });

  it('asks the customer for reason and demand, each at its own field', async () => {
    const made = await makeSupervised();
    const input = buyersAppeal(made.id, { reason: ' ', demand: '' });
    await expect(openAppealAsBuyer(made.buyer, input)).rejects.toMatchObject({
      detail: { fields: { reason: {}, demand: {} } },
    });
    const grounds = buyersAppeal(made.id, { ground: 'buyerUnreachable' });
    await expect(openAppealAsBuyer(made.buyer, grounds)).rejects.toMatchObject({
      detail: { fields: { ground: { key: 'form.error.notAChoice' } } },
    });
    const proof = buyersAppeal(made.id, {
      documents: { deliveryProof: [await appealFile(made.buyer, 'deliveryProof')] },
    });
    await expect(openAppealAsBuyer(made.buyer, proof)).rejects.toMatchObject({
      detail: { fields: { 'documents.deliveryProof': {} } },
    });
    expect((await recordOf(made.id))?.state).toBe('delivery');
  });

  it('asks the merchant for the documents of its ground', async () => {
    const made = await makeSupervised();
    await handIn(made);
    const nothing = await merchantsAppeal(made, { documents: {} });
    await expect(openAppealAsMerchant(made.owner, nothing)).rejects.toMatchObject({
      detail: { fields: { 'documents.deliveryProof': {}, 'documents.commitmentLetter': {} } },
    });
    const never = await merchantsAppeal(made, { ground: 'neverAccepts', documents: {} });
    const refusal = await openAppealAsMerchant(made.owner, never).catch((error) => error);
    expect(Object.keys(refusal.detail.fields)).toEqual(['documents.deliveryProof']);
    const opened = await openAppealAsMerchant(
      made.owner,
      await merchantsAppeal(made, { ground: 'unclearRequirement', documents: {} }),
    );
    expect(opened.ground).toBe('unclearRequirement');
  });

  it('takes only files of the side’s own and lets both sides read them', async () => {
    const made = await makeSupervised();
    const foreign = await appealFile(made.owner);
    await expect(
      openAppealAsBuyer(made.buyer, buyersAppeal(made.id, { documents: { evidence: [foreign] } })),
    ).rejects.toMatchObject({ detail: { fields: { 'documents.evidence': {} } } });
    const own = await appealFile(made.buyer);
    const appeal = await openAppealAsBuyer(
      made.buyer,
      buyersAppeal(made.id, { documents: { evidence: [own] } }),
    );
    const grants = await database().select().from(fileGrants).where(eq(fileGrants.fileId, own));
    expect(grants.map(({ merchantId, buyerId }) => merchantId ?? buyerId).sort()).toEqual(
      [made.buyer.accountId, made.owner.merchantId].sort(),
    );
    const stream = await listStream(made.owner, `order:${made.orderId}`);
    const opening = stream.find(({ event }) => event === 'openAsBuyer');
    expect(opening?.files.map(({ id }) => id)).toEqual([own]);
    expect(firstBreak(stream)).toBeUndefined();
    expect((await getAppeal(made.owner, appeal.id))?.documents).toHaveLength(1);
  });
});

describe('what an arbiter asks for', () => {
  it('waits for the party with a reminder before its end, and comes back with the answer', async () => {
    const { appeal, owner } = await makeAppeal();
    const asked = await askMerchant(arbiter, appeal.id, { text: '请提供回退预案。' });
    expect(asked.state).toBe('awaitingMerchant');
    expect(asked.dueAt).toEqual(asked.answerBy);
    expect(asked.remindAskedAt?.getTime()).toBeLessThan(asked.answerBy?.getTime() ?? 0);
    const [mail] = await told(appeal.id, 'askMerchant');
    expect(mail?.body).toContain('请提供回退预案。');
    await moveClock(Math.ceil(((asked.remindAskedAt?.getTime() ?? 0) - Date.now()) / 1000) + 5);
    await sweep();
    expect((await told(appeal.id, 'remindAsked')).length).toBeGreaterThan(0);
    expect((await appealOf(appeal.id))?.state).toBe('awaitingMerchant');
    const answered = await answerAsMerchant(owner, appeal.id, {
      text: '见附件。',
      documents: { evidence: [await appealFile(owner)] },
    });
    expect(answered).toMatchObject({ state: 'handling', answerBy: null });
    // The promise counts from the opening, whatever was asked in between.
    expect(answered.dueAt).toEqual(appeal.handleBy);
    const detail = await getAppeal(arbiter, appeal.id);
    expect(detail?.requests).toMatchObject([{ outcome: 'answered', answer: '见附件。' }]);
    expect(detail?.documents.map(({ requestId }) => requestId)).toEqual([detail?.requests[0]?.id]);
  });

  it('lapses by itself, so that the arbiter may go on', async () => {
    const { appeal, buyer } = await makeAppeal();
    const asked = await askBuyer(arbiter, appeal.id, { text: '请补充。', workingDays: '1' });
    await expect(decideResume(arbiter, appeal.id, { reason: '一' })).rejects.toMatchObject({
      code: 'wrongState',
    });
    await moveClock(Math.ceil(((asked.answerBy?.getTime() ?? 0) - Date.now()) / 1000) + 5);
    await sweep();
    expect((await appealOf(appeal.id))?.state).toBe('handling');
    const [request] = await database()
      .select()
      .from(appealRequests)
      .where(eq(appealRequests.appealId, appeal.id));
    expect(request?.outcome).toBe('lapsed');
    const audiences = (await told(appeal.id, 'lapse')).map(({ audience }) => audience);
    expect(new Set(audiences)).toEqual(new Set(['asked', 'operations']));
    await expect(answerAsBuyer(buyer, appeal.id, { text: '晚了' })).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('can be taken back', async () => {
    const { appeal } = await makeAppeal();
    await askBuyer(arbiter, appeal.id, { text: '请补充。' });
    await recallRequest(arbiter, appeal.id);
    expect((await appealOf(appeal.id))?.state).toBe('handling');
    expect((await told(appeal.id, 'recall')).map(({ audience }) => audience)).toContain('asked');
  });

  it('is reminded of to the arbiters when the promised time is over, again after as long', async () => {
    const { appeal } = await makeAppeal();
    await moveClock(Math.ceil((appeal.handleBy.getTime() - Date.now()) / 1000) + 5);
    await sweep();
    await sweep();
    const count = async () =>
      (
        await database()
          .select()
          .from(outbox)
          .where(and(eq(outbox.subjectId, appeal.id), eq(outbox.event, 'remind')))
      ).length;
    expect(await count()).toBe(1);
    expect((await told(appeal.id, 'remind'))[0]?.accountId).toBe(arbiter.accountId);
    await moveClock(Math.ceil((appeal.handleBy.getTime() - Date.now()) / 1000) + 12 * DAY);
    await sweep();
    expect(await count()).toBe(2);
  });
});

describe('withdrawing', () => {
  it('lets the record go on, for who opened it only', async () => {
    const { appeal, buyer, owner, id } = await makeAppeal();
    await expect(withdrawAppeal(owner, appeal.id)).rejects.toMatchObject({
      detail: { key: 'appeal.error.withdraw.notYours' },
    });
    await askBuyer(arbiter, appeal.id, { text: '请补充。' });
    await withdrawAppeal(buyer, appeal.id);
    expect((await appealOf(appeal.id))?.state).toBe('withdrawn');
    expect(await recordOf(id)).toMatchObject({ state: 'acceptance', appealId: null });
    const audiences = (await told(appeal.id, 'withdraw')).map(({ audience }) => audience);
    expect(new Set(audiences)).toEqual(new Set(['other', 'operations']));
    await acceptDelivery(buyer, id);
    expect((await recordOf(id))?.state).toBe('done');
  });

  it('does not stand in the way of another appeal', async () => {
    const { appeal, owner, id, orderId, buyer, productId } = await makeAppeal();
    await withdrawAppeal(buyer, appeal.id);
    const made = { id, owner, orderId, buyer, productId };
    const second = await openAppealAsMerchant(owner, await merchantsAppeal(made));
    expect(second.state).toBe('handling');
  });
});

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
