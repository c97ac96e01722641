import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { deliveryInput, handIn, makeSupervised, type Supervised } from '@/db/factories/supervision';
import { orders, supervisionRounds, supervisions } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { fire } from '@/lib/engine/fire';
import { withActor } from '@/lib/engine/with-actor';
import { buyerBalance, derivedBalance, guaranteeOf, payableTo } from '@/lib/money/ledger';
import { createOperator } from '@/lib/testing/actors';
import { orderWorkflow } from '@/lib/workflows/order/commands';
import { reconcile } from '../../money/reconcile';
import { acceptDelivery, deliver, rejectDelivery, supervisionWorkflow } from './commands';

const CAUSE = system('appeal');
const on = ({ id }: Supervised, event: string, input?: unknown) =>
  fire(CAUSE, supervisionWorkflow, event as never, id, input);
const record = async ({ id }: Supervised) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];
const balance = (account: { id: string }) =>
  withActor(system('test'), ({ tx }) => derivedBalance(tx, account));

describe('an appeal', () => {
  it('stops both sides and remembers where', async () => {
    const made = await makeSupervised();
    await on(made, 'freeze', { appealId: 'ap_1' });
    expect(await record(made)).toMatchObject({
      state: 'appeal',
      returnTo: 'delivery',
      appealId: 'ap_1',
      stalledSince: null,
    });
    const late = deliver(made.owner, made.id, await deliveryInput(made.owner));
    await expect(late).rejects.toMatchObject({ code: 'wrongState' });
    await expect(on(made, 'freeze', { appealId: 'ap_2' })).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('lets the record go on where it stood', async () => {
    const made = await makeSupervised();
    await handIn(made);
    await on(made, 'freeze', { appealId: 'ap_1' });
    await on(made, 'resume');
    expect(await record(made)).toMatchObject({ state: 'acceptance', appealId: null });
    await acceptDelivery(made.buyer, made.id);
    expect(await record(made)).toMatchObject({ state: 'done' });
  });

  it('sends it to another node, where what was judged is judged anew', async () => {
    const made = await makeSupervised();
    await handIn(made);
    await rejectDelivery(made.buyer, made.id, { reason: '不符' });
    await on(made, 'freeze', { appealId: 'ap_1' });
    await on(made, 'resume', { node: 'acceptance' });
    const rounds = await getDatabase()
      .select()
      .from(supervisionRounds)
      .where(eq(supervisionRounds.supervisionId, made.id));
    expect(rounds).toMatchObject([{ outcome: null, reason: null }]);
    await acceptDelivery(made.buyer, made.id);
  });

  it.each([
    ['requirement', 'nodeNotPassed'],
    ['requirementConfirm', 'nodeNotPassed'],
    ['reReview', 'nodeNotPassed'],
    ['acceptance', 'nothingDelivered'],
  ])('cannot send an order in delivery to %s', async (node, complaint) => {
    const made = await makeSupervised();
    await on(made, 'freeze', { appealId: 'ap_1' });
    await expect(on(made, 'resume', { node })).rejects.toMatchObject({
      code: 'refused',
      detail: { key: `supervision.error.resume.${complaint}` },
    });
  });

  it('ends with acceptance by decision, as if the customer had accepted', async () => {
    const made = await makeSupervised({ price: 100_000n });
    await handIn(made);
    await on(made, 'freeze', { appealId: 'ap_1' });
    await on(made, 'acceptByDecision');
    const [order] = await getDatabase().select().from(orders).where(eq(orders.id, made.orderId));
    expect(await record(made)).toMatchObject({ state: 'done', instanceId: expect.any(String) });
    expect(order).toMatchObject({ state: 'completed', refunded: 0n });
    expect(await balance(payableTo(made.owner.merchantId))).toBe(order?.payable);
  });
});

describe('a refund', () => {
  it.each([
    ['whole', 100_000n],
    ['partial', 33_333n],
  ])('closes the record and divides the money (%s)', async (_, amount) => {
    const made = await makeSupervised({ price: 100_000n });
    const before = await balance(buyerBalance(made.buyer.accountId));
    await on(made, 'close', { reason: 'refund' });
    await fire(CAUSE, orderWorkflow, 'refund' as never, made.orderId, { amount });
    expect(await record(made)).toMatchObject({
      state: 'closed',
      closeReason: 'refund',
      returnTo: 'delivery',
    });
    const [order] = await getDatabase().select().from(orders).where(eq(orders.id, made.orderId));
    expect(order).toMatchObject({ state: 'completed', refunded: amount });
    expect((order?.fee ?? 0n) + (order?.payable ?? 0n) + amount).toBe(100_000n);
    expect((await balance(buyerBalance(made.buyer.accountId))) - before).toBe(amount);
    expect(await balance(guaranteeOf(made.owner.merchantId))).toBe(0n);
    expect((await reconcile(await createOperator('finance'))).differences).toEqual([]);
  });

  it('of more than was paid is refused', async () => {
    const made = await makeSupervised({ price: 100_000n });
    const wanted = { amount: 100_001n };
    await expect(
      fire(CAUSE, orderWorkflow, 'refund' as never, made.orderId, wanted),
    ).rejects.toMatchObject({ detail: { key: 'order.error.refund.abovePaid' } });
  });
});
