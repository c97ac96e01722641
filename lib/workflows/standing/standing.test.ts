import { and, eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeSold, wanted } from '@/db/factories/order';
import { moveClock } from '@/db/factories/supervision';
import { merchantCards, orders, outbox, products, standings } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { withActor } from '@/lib/engine/with-actor';
import { getMerchantCard } from '@/lib/records/merchant/card';
import { merchantMaySell, merchantTrades } from '@/lib/records/standing/gate';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { openApplication } from '@/lib/workflows/product-application/commands';
import {
  blacklistMerchant,
  expelMerchant,
  restoreMerchant,
  standingWorkflow,
  yellowListMerchant,
} from './commands';
import { getMerchantStanding, getOwnStanding, listStandings } from './queries';

/** In seconds. */
const DAY = 86_400;
const reason = '验收材料与实际交付不符';
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY * 1000).toISOString().slice(0, 10);
const publish = { class: 'general', deliveryType: 'manualService' };

let admin: Actor;

beforeAll(async () => {
  admin = await createOperator('admin');
});
afterEach(() => moveClock(0));

const stored = async (merchantId: string) =>
  (await getDatabase().select().from(standings).where(eq(standings.merchantId, merchantId)))[0];
const ask = (merchantId: string) =>
  withActor(system('test'), async ({ tx }) => [
    await merchantMaySell(tx, merchantId),
    await merchantTrades(tx, merchantId),
  ]);

describe('a merchant of whom nothing is recorded', () => {
  it('is in good standing, sells and trades', async () => {
    const { merchantId, owner } = await createMerchant();
    expect(await getOwnStanding(owner)).toMatchObject({ state: 'good', points: 0, id: null });
    expect(await ask(merchantId)).toEqual([true, true]);
  });
});

describe('the yellow list', () => {
  it('lets the merchant sell on, tells it, and ends by itself', async () => {
    const { merchantId, owner } = await createMerchant();
    await yellowListMerchant(admin, merchantId, { until: inDays(3), reason });
    expect(await ask(merchantId)).toEqual([true, true]);
    expect(await getOwnStanding(owner)).toMatchObject({ state: 'yellowListed', reason });
    const row = await stored(merchantId);
    expect(row?.dueAt).toEqual(row?.until);
    await moveClock(5 * DAY);
    await fireDueDeadlines([standingWorkflow]);
    expect(await stored(merchantId)).toMatchObject({ state: 'good', until: null, reason: null });
    const told = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, row?.id ?? ''));
    expect(told.map(({ event }) => event).sort()).toEqual(['expire', 'yellowList']);
  });

  it('is made longer by a second decision', async () => {
    const { merchantId } = await createMerchant();
    await yellowListMerchant(admin, merchantId, { until: inDays(3), reason });
    await yellowListMerchant(admin, merchantId, { until: inDays(30), reason });
    await moveClock(5 * DAY);
    await fireDueDeadlines([standingWorkflow]);
    expect((await stored(merchantId))?.state).toBe('yellowListed');
  });
});

describe('the blacklist', () => {
  it('stops publishing until it ends, and leaves products on sale', async () => {
    const merchant = await createMerchant();
    const { merchantId, owner } = merchant;
    const sold = await makeSold(merchant, 100n);
    await blacklistMerchant(admin, merchantId, { until: inDays(2), reason });
    await expect(openApplication(owner, publish)).rejects.toMatchObject({
      detail: { key: 'productApplication.error.open.standing' },
    });
    expect(await ask(merchantId)).toEqual([false, true]);
    const buyer = await createBuyer();
    expect((await placeOrder(buyer, wanted(sold))).state).toBe('pendingPayment');
    await moveClock(4 * DAY);
    await fireDueDeadlines([standingWorkflow]);
    expect((await openApplication(owner, publish)).state).toBe('draft');
  });

  it('is lifted early with a reason, and cannot become a yellow list', async () => {
    const { merchantId } = await createMerchant();
    await blacklistMerchant(admin, merchantId, { until: inDays(2), reason });
    await expect(
      yellowListMerchant(admin, merchantId, { until: inDays(2), reason }),
    ).rejects.toMatchObject({ code: 'wrongState' });
    await restoreMerchant(admin, merchantId, { reason: '商家已整改完毕' });
    expect((await stored(merchantId))?.state).toBe('good');
  });
});

describe('an expulsion', () => {
  it('delists everything and closes the shop; a paid order goes on', async () => {
    const merchant = await createMerchant();
    const sold = await makeSold(merchant, 100n);
    const buyer = await createBuyer();
    await fund(buyer, 1000n);
    const order = await placeOrder(buyer, wanted(sold));
    await payOrder(buyer, order.id);
    await expelMerchant(admin, merchant.merchantId, { reason });
    const [product] = await getDatabase()
      .select()
      .from(products)
      .where(eq(products.id, sold.productId));
    expect(product).toMatchObject({ state: 'delisted', reason });
    expect(await getMerchantCard(buyer, merchant.merchantId)).toBeUndefined();
    const [card] = await getDatabase()
      .select()
      .from(merchantCards)
      .where(eq(merchantCards.merchantId, merchant.merchantId));
    expect(card?.closedAt).toBeInstanceOf(Date);
    const [row] = await getDatabase().select().from(orders).where(eq(orders.id, order.id));
    expect(row?.state).toBe('processing');
    expect(await ask(merchant.merchantId)).toEqual([false, false]);
    await expect(restoreMerchant(admin, merchant.merchantId, { reason })).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('and an order at the same moment never leave an order that came after it', async () => {
    const merchant = await createMerchant();
    const sold = await makeSold(merchant, 100n);
    const buyers = await Promise.all([1, 2, 3].map(() => createBuyer()));
    const results = await Promise.allSettled([
      ...buyers.map((buyer) => placeOrder(buyer, wanted(sold))),
      expelMerchant(admin, merchant.merchantId, { reason }),
    ]);
    const { stateSince } = (await stored(merchant.merchantId)) ?? { stateSince: new Date(0) };
    expect(results[3]?.status).toBe('fulfilled');
    const placed = await getDatabase()
      .select()
      .from(orders)
      .where(eq(orders.merchantId, merchant.merchantId));
    const accepted = results.slice(0, 3).filter(({ status }) => status === 'fulfilled');
    expect(placed).toHaveLength(accepted.length);
    expect(stateSince.getTime()).toBeGreaterThan(0);
    await expect(placeOrder(await createBuyer(), wanted(sold))).rejects.toMatchObject({
      detail: { key: 'order.error.open.notOffered' },
    });
  });
});

describe('deciding', () => {
  it('is for administrators alone, and nothing to strangers', async () => {
    const { merchantId, owner } = await createMerchant();
    const input = { until: inDays(3), reason };
    for (const role of ['reviewer', 'arbiter', 'finance'] as const)
      await expect(
        blacklistMerchant(await createOperator(role), merchantId, input),
      ).rejects.toMatchObject({ code: 'forbidden' });
    for (const actor of [owner, await createBuyer(), { kind: 'visitor' } as const])
      await expect(blacklistMerchant(actor, merchantId, input)).rejects.toMatchObject({
        code: 'notFound',
      });
    expect(await stored(merchantId)).toBeUndefined();
    await expect(blacklistMerchant(admin, 'mc_nobody', input)).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it.each([
    ['until', { until: '', reason }],
    ['until', { until: '2026-02-30', reason }],
    ['until', { until: 'soon', reason }],
    ['reason', { until: inDays(3), reason: 'no' }],
  ])('says what is wrong with %s', async (field, input) => {
    const { merchantId } = await createMerchant();
    await expect(yellowListMerchant(admin, merchantId, input)).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { [field]: expect.anything() } },
    });
  });

  it.each([
    ['2020-01-01', 'untilPast'],
    ['2999-01-01', 'untilFar'],
  ])('refuses a list until %s', async (until, complaint) => {
    const { merchantId } = await createMerchant();
    await expect(blacklistMerchant(admin, merchantId, { until, reason })).rejects.toMatchObject({
      detail: { key: `standing.error.blacklist.${complaint}` },
    });
  });

  it('makes one row when two decide the first thing at once', async () => {
    const { merchantId } = await createMerchant();
    const input = { until: inDays(3), reason };
    const results = await Promise.allSettled([
      blacklistMerchant(admin, merchantId, input),
      expelMerchant(admin, merchantId, { reason }),
      blacklistMerchant(admin, merchantId, input),
    ]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    const rows = await getDatabase()
      .select()
      .from(standings)
      .where(and(eq(standings.merchantId, merchantId)));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.state).toBe('expelled');
  });
});

describe('the list of merchants', () => {
  it('is filtered by standing, and shown to staff only', async () => {
    const { merchantId, owner } = await createMerchant({ name: '列表测试商家' });
    await yellowListMerchant(admin, merchantId, { until: inDays(3), reason });
    const found = await listStandings(admin, { q: '列表测试', state: 'yellowListed' });
    expect(found.rows).toMatchObject([{ id: merchantId, state: 'yellowListed', points: 0 }]);
    expect((await listStandings(admin, { q: '列表测试', state: 'good' })).rows).toEqual([]);
    expect((await listStandings(owner, {})).rows).toEqual([]);
    expect(await getMerchantStanding(owner, merchantId)).toBeUndefined();
  });
});
