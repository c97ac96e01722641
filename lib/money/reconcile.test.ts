import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeSold, wanted } from '@/db/factories/order';
import { ledgerAccounts, ledgerPostings, orderLines, orders } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { completeOrder, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { buyerBalance } from './ledger';
import { getLedgerEntry, listLedgerAccounts, listLedgerEntries } from './queries';
import { reconcile } from './reconcile';

let finance: Actor;
let merchant: { merchantId: string; owner: Member };
let buyer: Actor & { kind: 'buyer' };
let completed: string;
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  finance = await createOperator('finance');
  merchant = await createMerchant();
  buyer = await createBuyer();
  await fund(buyer, 500_000n);
  const sold = await makeSold(merchant, 100_003n);
  const first = await placeOrder(buyer, wanted(sold));
  await payOrder(buyer, first.id);
  await completeOrder(system('accepted'), first.id);
  completed = first.id;
  const second = await placeOrder(buyer, wanted(sold));
  const voucher = { voucherAmount: 10_000n };
  await getDatabase().update(orders).set(voucher).where(eq(orders.id, second.id));
  await getDatabase().update(orderLines).set(voucher).where(eq(orderLines.orderId, second.id));
  await payOrder(buyer, second.id);
  await placeOrder(buyer, wanted(sold));
});

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const found = async () =>
  (await reconcile(finance)).differences.map(({ code, subject, expected, actual }) => ({
    code,
    subject,
    gap: actual - expected,
  }));

describe('reconciliation', () => {
  test('finds nothing in a clean ledger, after looking at everything', async () => {
    const result = await reconcile(finance);
    expect(result.differences).toEqual([]);
    expect(result.total).toBe(0n);
    // Nobody was paid here; lib/records/payout has that.
    const nothing = result.checks.filter(({ looked }) => looked === 0);
    expect(nothing.map(({ code }) => code)).toEqual(['payoutDiffers']);
    const totals = Object.fromEntries(result.kinds.map(({ kind, total }) => [kind, total]));
    expect(totals).toEqual({
      balance: 309_994n,
      bank: -500_000n,
      fee: 5000n,
      guarantee: 100_003n,
      payable: 95_003n,
      voucher: -10_000n,
    });
  });

  test('names a kept balance that its postings do not explain', async () => {
    const { id } = buyerBalance(buyer.accountId);
    const shift = (amount: bigint) =>
      getDatabase()
        .update(ledgerAccounts)
        .set({ balance: sql`${ledgerAccounts.balance} + ${amount}` })
        .where(eq(ledgerAccounts.id, id));
    await shift(7n);
    undo.push(() => shift(-7n));
    expect(await found()).toEqual([{ code: 'balanceDiffers', subject: id, gap: 7n }]);
  });

  test('names an entry whose postings do not sum to zero, and every balance it disturbs', async () => {
    const [posting] = await getDatabase()
      .select()
      .from(ledgerPostings)
      .where(eq(ledgerPostings.accountId, 'fee'));
    if (!posting) throw new Error('no posting');
    const set = (amount: bigint) =>
      getDatabase().update(ledgerPostings).set({ amount }).where(eq(ledgerPostings.id, posting.id));
    await set(posting.amount + 1n);
    undo.push(() => set(posting.amount));
    const codes = await found();
    expect(codes).toContainEqual({ code: 'entryUnbalanced', subject: posting.entryId, gap: 1n });
    expect(codes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['totalNotZero', 'orderSplitDiffers', 'feeUnexplained']),
    );
  });

  test('names an order whose state says something else than its entries', async () => {
    const set = (state: 'completed' | 'processing') =>
      getDatabase().update(orders).set({ state }).where(eq(orders.id, completed));
    await set('processing');
    undo.push(() => set('completed'));
    const codes = await found();
    expect(codes).toContainEqual({
      code: 'orderCompletionDiffers',
      subject: completed,
      gap: 100_003n,
    });
    expect(codes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['guaranteeUnexplained', 'payableUnexplained']),
    );
  });

  test('calls what differs by the name that people know', async () => {
    const [order] = await getDatabase().select().from(orders).where(eq(orders.id, completed));
    const set = (state: 'completed' | 'processing') =>
      getDatabase().update(orders).set({ state }).where(eq(orders.id, completed));
    await set('processing');
    undo.push(() => set('completed'));
    const names = new Map(
      (await reconcile(finance)).differences.map(({ subject, name }) => [subject, name]),
    );
    expect(names.get(completed)).toBe(order?.number);
    expect(names.get(`guarantee:${merchant.merchantId}`)).toBeTruthy();
  });

  test('cannot be disturbed by the application: it may not rewrite entries or postings', async () => {
    const attempt = (statement: string) =>
      withActor(system('test'), ({ tx }) => tx.execute(sql.raw(statement))).then(
        () => 'done',
        (error) => String(error.cause?.message ?? error),
      );
    expect(await attempt('update ledger_posting set amount = amount + 1')).toMatch(/permission/);
    expect(await attempt('delete from ledger_entry')).toMatch(/permission/);
  });

  test('and the ledger’s lists are for who may read the ledger', async () => {
    for (const actor of [buyer, merchant.owner, await createOperator('reviewer')]) {
      await expect(reconcile(actor)).rejects.toMatchObject({ code: 'notFound' });
      expect((await listLedgerEntries(actor, {})).rows).toEqual([]);
      expect((await listLedgerAccounts(actor, {})).rows).toEqual([]);
    }
  });
});

describe('the ledger', () => {
  test('lists entries by order number, kind, account and day, newest first', async () => {
    const [row] = await getDatabase().select().from(orders).where(eq(orders.id, completed));
    const of = async (filters: Parameters<typeof listLedgerEntries>[1]) =>
      (await listLedgerEntries(finance, filters)).rows.map((entry) => entry.memo);
    expect(await of({ q: row?.number })).toEqual(['orderCompleted', 'orderPaid']);
    expect(await of({ q: completed })).toEqual(['orderCompleted', 'orderPaid']);
    expect(await of({ kind: 'bank' })).toEqual(['topUp']);
    expect(await of({ account: buyerBalance(buyer.accountId).id })).toEqual([
      'orderPaid',
      'orderPaid',
      'topUp',
    ]);
    expect(await of({ to: '2020-01-01' })).toEqual([]);
  });

  test('shows an entry with its postings, which sum to zero', async () => {
    const [entry] = (await listLedgerEntries(finance, { q: completed })).rows;
    const shown = await getLedgerEntry(finance, entry?.id ?? '');
    expect(shown?.postings.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['guarantee', -100_003n],
      ['fee', 5000n],
      ['payable', 95_003n],
    ]);
    expect(shown?.moved).toBe(100_003n);
    expect(await getLedgerEntry(finance, 'le_nothing')).toBeUndefined();
  });

  test('lists accounts with their owners and balances', async () => {
    const { rows } = await listLedgerAccounts(finance, { kind: 'balance' });
    expect(rows).toMatchObject([{ owner: 'Test Person', balance: 309_994n, derived: 309_994n }]);
  });
});
