import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import {
  bank,
  buyerBalance,
  derivedBalance,
  guaranteeOf,
  lockedBalance,
  type Posting,
  post,
} from './ledger';

const write = (key: string, postings: Posting[]) =>
  withActor(system('test'), ({ tx, now }) =>
    post(tx, { key, memo: 'topUp', noun: 'topUp', subjectId: key, at: now, postings }),
  );
const cached = (account: ReturnType<typeof buyerBalance>) =>
  withActor(system('test'), ({ tx }) => lockedBalance(tx, account));
const derived = (account: ReturnType<typeof buyerBalance>) =>
  withActor(system('test'), ({ tx }) => derivedBalance(tx, account));

describe('the ledger', () => {
  it('refuses an entry that does not sum to zero, in the code and in the database', async () => {
    const account = buyerBalance(newId('account'));
    await expect(write('t:unbalanced', [{ account, amount: 5n }])).rejects.toThrow('sums to 5');
    await expect(
      getDatabase().transaction(async (tx) => {
        await post(tx, {
          key: 't:forced',
          memo: 'topUp',
          noun: 'topUp',
          subjectId: 't',
          at: new Date(),
          postings: [
            { account, amount: 5n },
            { account: bank, amount: -5n },
          ],
        });
        await tx.execute(
          `insert into ledger_posting (id, entry_id, account_ref, amount) select 'le_x', id, 'bank', 7 from ledger_entry where key = 't:forced'`,
        );
      }),
    ).rejects.toThrow();
  });

  it('makes an entry of one name once', async () => {
    const account = buyerBalance(newId('account'));
    const postings = [
      { account, amount: 100n },
      { account: bank, amount: -100n },
    ];
    const tries = await Promise.allSettled([write('t:once', postings), write('t:once', postings)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await cached(account)).toBe(100n);
  });

  it('never lets a guarded balance fall below zero, however many spend at once', async () => {
    const account = buyerBalance(newId('account'));
    const guarantee = guaranteeOf(newId('merchant'));
    await write(`t:${account.id}`, [
      { account, amount: 100n },
      { account: bank, amount: -100n },
    ]);
    const spends = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        write(`t:${account.id}:${i}`, [
          { account, amount: -30n },
          { account: guarantee, amount: 30n },
        ]),
      ),
    );
    expect(spends.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await cached(account)).toBe(10n);
    expect(await derived(account)).toBe(10n);
    expect(await derived(guarantee)).toBe(90n);
  });

  it('creates and loses nothing over any sequence of moves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 60 })), {
          maxLength: 12,
        }),
        async (moves) => {
          const accounts = [0, 1, 2].map(() => buyerBalance(newId('account')));
          const first = accounts[0] as (typeof accounts)[0];
          await write(`p:${first.id}`, [
            { account: first, amount: 100n },
            { account: bank, amount: -100n },
          ]);
          await Promise.allSettled(
            moves.map(([from, to, amount], i) =>
              write(`p:${first.id}:${i}`, [
                { account: accounts[from] as typeof first, amount: BigInt(-amount) },
                { account: accounts[to] as typeof first, amount: BigInt(amount) },
              ]),
            ),
          );
          let total = 0n;
          for (const account of accounts) {
            const balance = await cached(account);
            expect(balance).toBeGreaterThanOrEqual(0n);
            expect(await derived(account)).toBe(balance);
            total += balance;
          }
          expect(total).toBe(100n);
        },
      ),
      { numRuns: 15 },
    );
  });
});
