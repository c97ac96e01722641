import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeSold, wanted } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { ledgerAccounts, orders, voucherPieces } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { fireIn } from '@/lib/engine/fire';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError } from '@/lib/errors';
import { reconcile } from '@/lib/money/reconcile';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { claimVoucher } from '@/lib/workflows/voucher-piece/commands';
import { paidOf } from './amounts';
import { cancelOrder, completeOrder, orderWorkflow, payOrder, placeOrder } from './commands';
import { settleLine } from './settle';
import { merchantRatio } from './voucher';

const rate = fc.integer({ min: 0, max: 10_000 });

test('whatever the rates, a line’s parts make the whole and the platform bears no more than its fee', () => {
  const fen = fc.bigInt({ min: 2n, max: 10n ** 13n });
  fc.assert(
    fc.property(
      fen,
      fen,
      rate,
      rate,
      fc.bigInt({ min: 0n, max: 10n ** 13n }),
      (a, v, share, feeRate, r) => {
        const amount = a + 1n;
        const voucherAmount = v % amount;
        const line = { amount, voucherAmount, feeRate };
        const ratio = merchantRatio(share, { ...line, class: 'general' });
        const refund = r % (amount - voucherAmount + 1n);
        const split = settleLine({ ...line, voucherMerchantRatio: ratio }, refund);
        const cash = amount - voucherAmount;
        expect(split.refund + split.payable + split.fee - split.voucherByPlatform).toBe(cash);
        expect(split.voucherByMerchant + split.voucherByPlatform).toBe(split.voucherKept);
        for (const part of Object.values(split))
          if (typeof part === 'bigint') expect(part >= 0n).toBe(true);
        // A part that is kept may round one fen apart; a whole order never costs the platform anything, unless the
        // merchant has nothing left to bear it with.
        if (split.payable > 0n) expect(split.voucherByPlatform <= split.fee + 1n).toBe(true);
        if (split.payable > 0n && refund === 0n)
          expect(split.voucherByPlatform <= split.fee).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

const BUYERS = 2;
const PIECES = 5;
let buyers: (Actor & { kind: 'buyer' })[];
let finance: Actor;
let sold: Awaited<ReturnType<typeof makeSold>>;
let pieces: string[][];
const placed: string[] = [];

beforeAll(async () => {
  finance = await createOperator('finance');
  const merchant = await createMerchant();
  // Odd fen at an odd rate, so that rounding has something to lose.
  sold = await makeSold(merchant, 77_777n, { product: { feeRate: 333 } });
  const batch = await issueVoucher(merchant.owner, sold.productId, {
    amount: '333',
    threshold: '700',
    quantity: '100',
    perUser: '100',
  });
  buyers = await Promise.all(Array.from({ length: BUYERS }, () => createBuyer()));
  pieces = [];
  for (const buyer of buyers) {
    await fund(buyer, 300_000n);
    const own: string[] = [];
    for (let at = 0; at < PIECES; at += 1) {
      own.push((await claimVoucher(buyer, { voucherId: batch.id })).id);
    }
    pieces.push(own);
  }
});

type Step =
  | { kind: 'place'; buyer: number; piece: number }
  | { kind: 'pay' | 'cancel' | 'lapse' | 'complete'; buyer: number; order: number }
  | { kind: 'refund'; buyer: number; order: number; part: number; back: boolean };

const buyer = fc.nat(BUYERS - 1);
const order = fc.nat(7);
const on = (kind: 'pay' | 'cancel' | 'lapse' | 'complete') =>
  fc.record({ kind: fc.constant(kind), buyer, order });
const step: fc.Arbitrary<Step> = fc.oneof(
  // The last piece stands for none.
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('place' as const), buyer, piece: fc.nat(PIECES) }),
  },
  { weight: 5, arbitrary: on('pay') },
  { weight: 2, arbitrary: on('cancel') },
  { weight: 1, arbitrary: on('lapse') },
  { weight: 2, arbitrary: on('complete') },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      buyer,
      order,
      part: fc.integer({ min: 1, max: 44_477 }),
      back: fc.boolean(),
    }),
  },
);

/** Runs one step; a refusal is an answer, anything else that is thrown fails the test. */
async function run(one: Step): Promise<void> {
  const actor = buyers[one.buyer] as (typeof buyers)[number];
  const platform = system('test');
  try {
    if (one.kind === 'place') {
      const voucherPieceId = pieces[one.buyer]?.[one.piece];
      placed.push((await placeOrder(actor, wanted(sold, { voucherPieceId }))).id);
      return;
    }
    const id = placed.at(-1 - one.order);
    if (!id) return;
    if (one.kind === 'pay') await payOrder(actor, id);
    else if (one.kind === 'cancel') await cancelOrder(actor, id);
    else if (one.kind === 'complete') await completeOrder(platform, id);
    else {
      const input =
        one.kind === 'refund' ? { amount: BigInt(one.part), voucherBack: one.back } : {};
      await withActor(platform, (context) =>
        fireIn(context, platform, orderWorkflow, one.kind, id, input),
      );
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

test('over random, parallel sequences the ledger holds and every piece is where its order says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 7 }), { minLength: 2, maxLength: 5 }),
      async (rounds) => {
        for (const round of rounds) {
          await Promise.allSettled(round.map(run)).then((all) => {
            const failed = all.find(({ status }) => status === 'rejected');
            if (failed?.status === 'rejected') throw failed.reason;
          });
          await holds();
        }
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
  const used = (await getDatabase().select().from(orders)).filter((row) => row.voucherPieceId);
  expect(used.length).toBeGreaterThan(0);
}, 120_000);

async function holds(): Promise<void> {
  const { differences, total } = await reconcile(finance);
  expect(differences).toEqual([]);
  expect(total).toBe(0n);
  const accounts = await getDatabase().select().from(ledgerAccounts);
  expect(accounts.filter(({ guarded, balance }) => guarded && balance < 0n)).toEqual([]);
  const rows = await getDatabase().select().from(orders);
  for (const piece of await getDatabase().select().from(voucherPieces)) {
    const holder = rows.filter(({ id }) => id === piece.orderId);
    if (piece.state === 'locked')
      expect(holder.map(({ state }) => state)).toEqual(['pendingPayment']);
    if (piece.state === 'used') {
      expect(['processing', 'completed']).toContain(holder[0]?.state);
      expect(holder[0]?.voucherPieceId).toBe(piece.id);
    }
    if (piece.state === 'claimed') expect(holder).toEqual([]);
  }
  for (const row of rows) {
    expect(paidOf(row)).toBe(row.amount - (row.voucherPieceId ? 33_300n : 0n));
  }
}
