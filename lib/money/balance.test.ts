import { beforeEach, describe, expect, it } from 'vitest';
import { makeSold, wanted } from '@/db/factories/order';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { EXPORTS } from '@/lib/exports/registry';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { type BalanceFilters, balanceFilters, listBalanceMoves } from './balance';
import { bank, buyerBalance, guaranteeOf, post } from './ledger';

type Buyer = Actor & { kind: 'buyer' };

let buyer: Buyer;
let stranger: Buyer;
let merchantId: string;

const move = (subjectId: string, amount: bigint, at: string) =>
  withActor(system('test'), ({ tx }) =>
    post(tx, {
      key: `${subjectId}:${amount}`,
      memo: amount > 0n ? 'topUp' : 'orderPaid',
      noun: amount > 0n ? 'topUp' : 'order',
      subjectId,
      at: new Date(at),
      buyerId: buyer.accountId,
      postings: [
        { account: buyerBalance(buyer.accountId), amount },
        { account: amount > 0n ? bank : guaranteeOf(merchantId), amount: -amount },
      ],
    }),
  );
const found = async (filters: BalanceFilters, actor: Actor = buyer) =>
  (await listBalanceMoves(actor, filters)).rows.map(({ amount, after }) => [amount, after]);

beforeEach(async () => {
  buyer = await createBuyer();
  stranger = await createBuyer();
  ({ merchantId } = await createMerchant());
  const { accountId } = buyer;
  await move(`${accountId}:a`, 1000n, '2026-11-01T15:59:59Z');
  await move(`${accountId}:b`, -300n, '2026-11-01T16:00:00Z');
  await move(`${accountId}:c`, 50n, '2026-11-03T02:00:00Z');
});

describe("the movements of a buyer's balance", () => {
  it('come newest first, each with the balance after it', async () => {
    expect(await found({})).toEqual([
      [50n, 750n],
      [-300n, 700n],
      [1000n, 1000n],
    ]);
  });

  it('are narrowed by kind, day and subject, while the balance still counts every one', async () => {
    expect(await found({ memo: 'orderPaid' })).toEqual([[-300n, 700n]]);
    expect(await found({ memo: 'topUp' })).toEqual([
      [50n, 750n],
      [1000n, 1000n],
    ]);
    expect(await found({ from: '2026-11-02', to: '2026-11-02' })).toEqual([[-300n, 700n]]);
    expect(await found({ to: '2026-11-01' })).toEqual([[1000n, 1000n]]);
    expect(await found({ q: `${buyer.accountId}:c` })).toEqual([[50n, 750n]]);
    expect(await found({ q: 'nothing' })).toEqual([]);
  });

  it('about an order are found by its number, and by nobody else', async () => {
    const merchant = await createMerchant();
    const sold = await makeSold(merchant, 500n);
    const { id, number } = await placeOrder(buyer, wanted(sold));
    await payOrder(buyer, id);
    expect(await found({ q: number })).toEqual([[-500n, 250n]]);
    expect(await found({ q: number }, stranger)).toEqual([]);
  });

  it('go on after a cursor with the balance as it was', async () => {
    const first = await listBalanceMoves(buyer, {}, undefined, 1);
    const rest = await listBalanceMoves(buyer, {}, first.next, 5);
    expect(rest.rows.map(({ after }) => after)).toEqual([700n, 1000n]);
  });

  it('say nothing to a stranger, a merchant or a visitor, whatever they ask for', async () => {
    const q = `${buyer.accountId}:a`;
    for (const actor of [stranger, (await createMerchant()).owner, { kind: 'visitor' } as const]) {
      expect(await found({}, actor)).toEqual([]);
      expect(await found({ q }, actor)).toEqual([]);
    }
  });

  it('leave out filters that make no sense', () => {
    expect(balanceFilters.parse({ q: ' ', memo: 'x', from: '2026-13-45', to: 'x' })).toEqual({});
  });

  it('are exported with the same filters', async () => {
    const list = EXPORTS['balance-moves'];
    const rows = [];
    for await (const batch of list?.rows(buyer, list.parse({ memo: 'orderPaid' })) ?? []) {
      rows.push(...batch);
    }
    expect(rows).toEqual([
      [
        new Date('2026-11-01T16:00:00Z'),
        'ledger.memo.orderPaid',
        -300n,
        700n,
        `${buyer.accountId}:b`,
      ],
    ]);
  });
});
