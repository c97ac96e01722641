import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  agreeRequirement,
  clockAt,
  deliveryInput,
  handIn,
  makePaidOrder,
  makeSupervised,
  moveClock,
  requirementFile,
} from '@/db/factories/supervision';
import {
  evidence,
  instances,
  orders,
  supervisionDocuments,
  supervisionRounds,
  supervisions,
} from '@/db/schema';
import { firstBreak } from '@/lib/audit/verify';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { derivedBalance, guaranteeOf, payableTo, platformFee } from '@/lib/money/ledger';
import {
  acceptDelivery,
  deliver,
  openSupervision,
  rejectDelivery,
  rejectRequirement,
  submitRequirement,
} from './commands';

const record = async (id: string) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];
const order = async (id: string) =>
  (await getDatabase().select().from(orders).where(eq(orders.id, id)))[0];
const instanceOf = async (orderId: string) =>
  (await getDatabase().select().from(instances).where(eq(instances.orderId, orderId)))[0];
const balance = (account: { id: string }) =>
  withActor(system('test'), ({ tx }) => derivedBalance(tx, account));
const shanghai = (text: string) => new Date(`${text}+08:00`);

beforeEach(() => moveClock(0));

describe('a record', () => {
  it('opens once, however often and however parallel the job runs', async () => {
    const { orderId } = await makePaidOrder();
    await Promise.all([openSupervision(orderId), openSupervision(orderId)]);
    await openSupervision(orderId);
    const rows = await getDatabase()
      .select()
      .from(supervisions)
      .where(eq(supervisions.orderId, orderId));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ state: 'delivery', flowVersion: 'v2', reReview: false });
  });

  it('does not open for an order that is not paid', async () => {
    const { orderId } = await makePaidOrder();
    await getDatabase()
      .update(orders)
      .set({ state: 'pendingPayment', paidAt: null })
      .where(eq(orders.id, orderId));
    await expect(openSupervision(orderId)).rejects.toMatchObject({
      detail: { key: 'supervision.error.open.orderNotPaid' },
    });
  });

  it('takes flow v1 for an order placed before 26 March 2025, v2 from that day on', async () => {
    await clockAt(shanghai('2025-03-25T23:50:00'));
    const before = await makeSupervised();
    await clockAt(shanghai('2025-03-26T00:01:00'));
    const after = await makeSupervised();
    expect(await record(before.id)).toMatchObject({ flowVersion: 'v1', state: 'requirement' });
    expect(await record(after.id)).toMatchObject({ flowVersion: 'v2', state: 'delivery' });
  });

  it('keeps the version of its order when the record opens after the cut-over', async () => {
    await clockAt(shanghai('2025-03-25T23:50:00'));
    const { orderId } = await makePaidOrder();
    await clockAt(shanghai('2025-03-27T00:00:00'));
    await openSupervision(orderId);
    const [row] = await getDatabase()
      .select()
      .from(supervisions)
      .where(eq(supervisions.orderId, orderId));
    expect(row).toMatchObject({ flowVersion: 'v1', requirementStep: true, state: 'requirement' });
  });

  it('begins with the requirement under v2 when the product asks for one', async () => {
    const { id } = await makeSupervised({ requirementStep: true });
    expect(await record(id)).toMatchObject({
      flowVersion: 'v2',
      state: 'requirement',
      deliverBy: null,
    });
  });
});

describe('the way to acceptance', () => {
  it('goes through requirement, delivery, rejection and a second delivery, keeping every round', async () => {
    const made = await makeSupervised({ requirementStep: true });
    const { id, buyer, owner } = made;
    await submitRequirement(buyer, id, {
      text: '第一版',
      documents: { requirementAttachment: [await requirementFile(buyer, '需求一.docx')] },
    });
    await rejectRequirement(owner, id, { reason: '请补充数据量。' });
    expect(await record(id)).toMatchObject({ state: 'requirement', requirementRejections: 1 });
    await agreeRequirement(made);
    const agreed = await record(id);
    expect(agreed?.state).toBe('delivery');
    expect(agreed?.deliverBy?.getTime()).toBe(
      (agreed?.stateSince.getTime() ?? 0) + 15 * 86_400_000,
    );
    await handIn(made);
    await rejectDelivery(buyer, id, { reason: '截图与订单不符。' });
    expect(await record(id)).toMatchObject({ state: 'delivery', acceptanceRejections: 1 });
    await handIn(made, { description: '第二次交付' });
    await acceptDelivery(buyer, id);
    expect(await record(id)).toMatchObject({
      state: 'done',
      requirementRound: 2,
      deliveryRound: 2,
      stalledSince: null,
    });

    const rounds = await getDatabase()
      .select()
      .from(supervisionRounds)
      .where(eq(supervisionRounds.supervisionId, id))
      .orderBy(asc(supervisionRounds.submittedAt), asc(supervisionRounds.id));
    expect(rounds.map((row) => [row.kind, row.round, row.outcome, row.reason])).toEqual([
      ['requirement', 1, 'rejected', '请补充数据量。'],
      ['requirement', 2, 'confirmed', null],
      ['delivery', 1, 'rejected', '截图与订单不符。'],
      ['delivery', 2, 'accepted', null],
    ]);
    const documents = await getDatabase()
      .select()
      .from(supervisionDocuments)
      .where(eq(supervisionDocuments.supervisionId, id));
    expect(documents).toHaveLength(1 + 1 + 5 + 5);
  });

  it('completes the order, releases the money and opens the service', async () => {
    const made = await makeSupervised({ price: 100_001n });
    const fees = await balance(platformFee);
    await handIn(made);
    const { merchantId } = made.owner;
    expect(await balance(guaranteeOf(merchantId))).toBe(100_001n);
    await acceptDelivery(made.buyer, made.id);
    expect(await order(made.orderId)).toMatchObject({ state: 'completed' });
    expect(await balance(guaranteeOf(merchantId))).toBe(0n);
    const fee = (await balance(platformFee)) - fees;
    expect(fee).toBeGreaterThan(0n);
    expect(await balance(payableTo(merchantId))).toBe(100_001n - fee);
    expect(await instanceOf(made.orderId)).toMatchObject({
      state: 'active',
      supervisionId: made.id,
      validUntil: null,
    });
  });

  it('leaves one log of the order, every step of both parties, with the digests of their files', async () => {
    const made = await makeSupervised();
    await handIn(made);
    await acceptDelivery(made.buyer, made.id);
    const log = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `order:${made.orderId}`))
      .orderBy(asc(evidence.seq));
    expect(firstBreak(log)).toBeUndefined();
    expect(log.map((row) => `${row.noun}.${row.event}`)).toEqual([
      'order.open',
      'order.pay',
      'supervision.open',
      'supervision.deliver',
      'instance.open',
      'order.complete',
      'supervision.accept',
    ]);
    const delivered = log.find((row) => row.event === 'deliver');
    expect(delivered).toMatchObject({ fromState: 'delivery', toState: 'acceptance' });
    expect(delivered?.files).toHaveLength(5);
    expect(delivered?.files.every((file) => /^[0-9a-f]{64}$/.test(file.sha256))).toBe(true);
    const tenants = new Set(log.map((row) => `${row.merchantId} ${row.buyerId}`));
    expect([...tenants]).toEqual([`${made.owner.merchantId} ${made.buyer.accountId}`]);
  });
});

describe('the validity of the service', () => {
  const bought = { billing: 'month', periods: 1 } as const;
  const accepted = async (enabledAt: string) => {
    await clockAt(shanghai('2026-01-01T00:00:00'));
    const made = await makeSupervised(bought);
    await clockAt(shanghai('2026-02-01T00:00:00'));
    await handIn(made, { enabledAt });
    await acceptDelivery(made.buyer, made.id);
    const instance = await instanceOf(made.orderId);
    const acceptedAt = (await record(made.id))?.acceptedAt;
    return { instance, acceptedAt };
  };

  it('begins with the filled-in enabling time: 1 January to 1 February', async () => {
    const { instance } = await accepted('2026-01-01T00:05');
    expect(instance).toMatchObject({
      startsBy: 'enabled',
      validFrom: shanghai('2026-01-01T00:05:00'),
      validUntil: shanghai('2026-02-01T00:05:00'),
    });
  });

  it('begins with the acceptance when nothing was filled in: 1 February to 1 March', async () => {
    const { instance, acceptedAt } = await accepted('');
    expect(instance?.startsBy).toBe('accepted');
    expect(instance?.validFrom).toEqual(acceptedAt);
    expect(instance?.validFrom.getTime()).toBeGreaterThanOrEqual(
      shanghai('2026-01-31T23:59:59').getTime(),
    );
    const month = (instance?.validUntil?.getTime() ?? 0) - (instance?.validFrom.getTime() ?? 0);
    expect(month / 86_400_000).toBe(28);
  });

  it('follows the latest delivery, also when that one leaves the time empty', async () => {
    const made = await makeSupervised(bought);
    await moveClock(3600);
    const { paidAt } = (await record(made.id)) ?? {};
    await handIn(made, { enabledAt: paidAt?.toISOString() });
    await rejectDelivery(made.buyer, made.id, { reason: '时间不对' });
    await deliver(made.owner, made.id, await deliveryInput(made.owner));
    await acceptDelivery(made.buyer, made.id);
    expect((await instanceOf(made.orderId))?.startsBy).toBe('accepted');
  });
});
