import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  clockAt,
  handIn,
  makeSupervised,
  moveClock,
  type Supervised,
} from '@/db/factories/supervision';
import { instances, purchases, supervisions } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { createOperator } from '@/lib/testing/actors';
import { acceptDelivery } from './commands';
import { supervisionFilters } from './filters';
import {
  countSupervisions,
  getSupervisionOfOrder,
  listStepsOfOrders,
  listSupervisions,
} from './queries';

let waiting: Supervised;
let delivered: Supervised;
let done: Supervised;

beforeAll(async () => {
  await clockAt(new Date('2026-03-10T23:30:00+08:00'));
  waiting = await makeSupervised({ requirementStep: true });
  const merchant = { merchantId: waiting.owner.merchantId, owner: waiting.owner };
  await clockAt(new Date('2026-03-11T00:30:00+08:00'));
  delivered = await makeSupervised({ merchant });
  await handIn(delivered);
  done = await makeSupervised({ merchant, billing: 'year' });
  await handIn(done);
  await acceptDelivery(done.buyer, done.id);
  await moveClock(0);
});

const found = async (address: Record<string, string>) =>
  (await listSupervisions(waiting.owner, supervisionFilters.parse(address))).rows.map(
    ({ id }) => id,
  );

describe('the list of a merchant', () => {
  it('holds its records, newest first, with the state of their orders', async () => {
    const { rows } = await listSupervisions(waiting.owner, {});
    expect(rows.map(({ id }) => id)).toEqual([done.id, delivered.id, waiting.id]);
    expect(rows.map(({ orderState }) => orderState)).toEqual([
      'completed',
      'processing',
      'processing',
    ]);
  });

  it('is filtered by node, by whose turn it is and by days of the marketplace', async () => {
    expect(await found({ node: 'done' })).toEqual([done.id]);
    expect(await found({ node: 'open' })).toEqual([delivered.id, waiting.id]);
    expect(await found({ turn: 'buyer' })).toEqual([delivered.id, waiting.id]);
    expect(await found({ turn: 'merchant' })).toEqual([]);
    expect(await found({ turn: 'buyer', node: 'acceptance' })).toEqual([delivered.id]);
    expect(await found({ turn: 'buyer', node: 'done' })).toEqual([]);
    expect(await found({ to: '2026-03-10' })).toEqual([waiting.id]);
    expect(await found({ from: '2026-03-11' })).toEqual([done.id, delivered.id]);
  });

  it('is searched by order number, Chinese words of the product, and customer', async () => {
    const [row] = await getDatabase()
      .select()
      .from(supervisions)
      .where(eq(supervisions.id, waiting.id));
    expect(await found({ q: row?.orderNumber ?? '' })).toEqual([waiting.id]);
    expect(await found({ q: '迁移' })).toHaveLength(3);
    expect(await found({ q: '张三' })).toHaveLength(3);
    expect(await found({ q: '张三 迁移', node: 'done' })).toEqual([done.id]);
    expect(await countSupervisions(waiting.owner, { q: '迁移', turn: 'buyer' })).toBe(2);
    expect(await found({ q: '不存在的商品' })).toEqual([]);
    expect(await found({ q: "'; drop table supervision; --" })).toEqual([]);
  });

  it('forgives wrong values in an address', async () => {
    expect(await found({ node: 'nonsense', turn: 'x', from: '2026-99-99', q: '  ' })).toHaveLength(
      3,
    );
  });

  it('goes on page by page without repeating or missing a record', async () => {
    const first = await listSupervisions(waiting.owner, {}, 2);
    const second = await listSupervisions(waiting.owner, { after: first.next }, 2);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([
      done.id,
      delivered.id,
      waiting.id,
    ]);
    expect(second.next).toBeUndefined();
  });
});

describe('operations', () => {
  it('see the records of everybody', async () => {
    const finance = await createOperator('finance');
    expect(await countSupervisions(finance, { node: 'open' })).toBe(2);
    expect(await countSupervisions(system('test'), {})).toBe(3);
  });
});

describe('the record of an order', () => {
  it('is found by both parties from the order', async () => {
    for (const actor of [done.buyer, done.owner]) {
      expect((await getSupervisionOfOrder(actor, done.orderId))?.id).toBe(done.id);
    }
    expect(await getSupervisionOfOrder(waiting.buyer, done.orderId)).toBeUndefined();
  });

  it('is told for a page of orders at once, each reader of its own only', async () => {
    const ids = [waiting.orderId, delivered.orderId, done.orderId];
    const stateOf = async (actor: Actor) => {
      const { steps } = await listStepsOfOrders(actor, ids);
      return ids.map((id) => steps.get(id)?.state);
    };
    const finance = await createOperator('finance');
    expect(await stateOf(finance)).toEqual(['requirement', 'acceptance', 'done']);
    expect(await stateOf(waiting.owner)).toEqual(['requirement', 'acceptance', 'done']);
    expect(await stateOf(waiting.buyer)).toEqual(['requirement', undefined, undefined]);
    expect(await stateOf({ ...waiting.owner, owner: false, permissions: [] })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await listStepsOfOrders(finance, [])).steps.size).toBe(0);
  });

  it('tells the limits of sale when the bought period ends', async () => {
    const [instance] = await getDatabase()
      .select()
      .from(instances)
      .where(eq(instances.orderId, done.orderId));
    const [purchase] = await getDatabase()
      .select()
      .from(purchases)
      .where(eq(purchases.orderLineId, instance?.orderLineId ?? ''));
    expect(instance?.validUntil).toBeInstanceOf(Date);
    expect(purchase?.expiresAt).toEqual(instance?.validUntil);
  });
});
