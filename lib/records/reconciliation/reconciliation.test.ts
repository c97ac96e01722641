import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund } from '@/db/factories/order';
import {
  evidence,
  ledgerAccounts,
  messages,
  operators,
  outbox,
  reconciliations,
} from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { buyerBalance } from '@/lib/money/ledger';
import { type Reconciliation, reconcile } from '@/lib/money/reconcile';
import { expandNotice } from '@/lib/notify/expand';
import { createAccount, createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { requestDaily, requestReconciliation, runReconciliation } from './commands';
import { getReconciliationResult, listReconciliations, RUNS_KEPT } from './queries';
import { keptResult, resultToKeep } from './schema';

const HOUR = 3_600_000;

let finance: Actor & { kind: 'operator' };
let buyer: Actor & { kind: 'buyer' };
let chinese: string;
let english: string;

beforeAll(async () => {
  finance = await createOperator('finance');
  buyer = await createBuyer();
  await fund(buyer, 500_000n);
  chinese = await staff('finance', 'zh-CN');
  english = await staff('finance', 'en');
  await staff('reviewer', 'en');
});

beforeEach(async () => {
  await getDatabase().delete(reconciliations);
  await getDatabase().execute(sql`delete from graphile_worker._private_jobs`);
});

async function staff(role: 'finance' | 'reviewer', locale: 'zh-CN' | 'en'): Promise<string> {
  const accountId = await createAccount({ locale });
  const now = new Date();
  await getDatabase()
    .insert(operators)
    .values({ id: newId('operator'), accountId, roles: [role], createdAt: now });
  return accountId;
}

/** Jobs of the reconciliation that are still to do. */
const waiting = async () =>
  (
    await getDatabase().execute<{ key: string }>(
      sql`select key from graphile_worker.jobs where task_identifier = 'reconcile'`,
    )
  ).length;

const age = (id: string, hours: number) =>
  getDatabase()
    .update(reconciliations)
    .set({ requestedAt: new Date(Date.now() - hours * HOUR) })
    .where(eq(reconciliations.id, id));

describe('asking for a run', () => {
  it('makes a row and one waiting job, however many ask at once', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, () => requestReconciliation(finance)),
    );
    const ids = asked.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
    expect(new Set(ids).size).toBe(1);
    expect(await waiting()).toBe(1);
    expect(await listReconciliations(finance)).toMatchObject([
      { id: ids[0], requester: 'Operator', endedAt: null, differences: null },
    ]);
    expect(await requestReconciliation(finance)).toBe(ids[0]);
    expect(await waiting()).toBe(1);
  });

  it('is refused to strangers and to staff of other work, who see no runs either', async () => {
    await requestReconciliation(finance);
    await runReconciliation();
    const [run] = await listReconciliations(finance);
    const { owner } = await createMerchant();
    const others = [
      { kind: 'visitor' } as const,
      buyer,
      owner,
      await createOperator('reviewer'),
      await createOperator('arbiter'),
    ];
    for (const actor of others) {
      await expect(requestReconciliation(actor)).rejects.toMatchObject({ code: 'forbidden' });
      expect(await listReconciliations(actor)).toEqual([]);
      expect(await getReconciliationResult(actor, run?.id ?? '')).toBeUndefined();
    }
    expect(await listReconciliations(finance)).toHaveLength(1);
    const seen = await withActor(owner, ({ tx }) => tx.select().from(reconciliations));
    expect(seen, 'the second fence').toEqual([]);
  });
});

describe('a run', () => {
  it('keeps what was found, with its times, and leaves evidence and no notice when all agrees', async () => {
    const id = await requestReconciliation(finance);
    expect(await getReconciliationResult(finance, id)).toBeUndefined();
    await runReconciliation();
    const [run] = await listReconciliations(finance);
    expect(run).toMatchObject({ id, differences: 0 });
    expect(run?.endedAt?.getTime()).toBeGreaterThanOrEqual(run?.startedAt?.getTime() ?? Infinity);
    const kept = await getReconciliationResult(finance, id);
    expect(kept).toEqual({ ...(await reconcile(finance)), at: run?.startedAt });
    const told = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(told).toEqual([]);
    const events = await getDatabase().select().from(evidence).where(eq(evidence.subjectId, id));
    expect(events.map(({ event }) => event)).toEqual(['request', 'end']);
  });

  it('done again changes nothing', async () => {
    const id = await requestReconciliation(finance);
    await Promise.allSettled([runReconciliation(), runReconciliation()]);
    const before = await listReconciliations(finance);
    await runReconciliation();
    expect(await listReconciliations(finance)).toEqual(before);
    expect(before).toMatchObject([{ id, differences: 0 }]);
  });

  it('tells finance of differences once, by site and mail, each in their own language', async () => {
    const shift = (amount: bigint) =>
      getDatabase()
        .update(ledgerAccounts)
        .set({ balance: sql`${ledgerAccounts.balance} + ${amount}` })
        .where(eq(ledgerAccounts.id, buyerBalance(buyer.accountId).id));
    await shift(7n);
    const id = await requestReconciliation(finance);
    await Promise.allSettled([runReconciliation(), runReconciliation()]).finally(() => shift(-7n));
    expect(await listReconciliations(finance)).toMatchObject([{ differences: 1 }]);
    const told = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(told).toMatchObject([{ noun: 'reconciliation', event: 'end', audience: 'finance' }]);
    await expandNotice(told[0]?.id ?? '');
    const sent = await getDatabase().select().from(messages);
    const lines = sent.map(({ accountId, channel, subject, href }) =>
      [accountId, channel, subject, href].join(' '),
    );
    expect(lines.sort()).toEqual(
      ['mail', 'site']
        .flatMap((channel) => [
          `${chinese} ${channel} 对账发现 1 处差异 /ops/reconciliation`,
          `${english} ${channel} Reconciliation found 1 difference /ops/reconciliation`,
        ])
        .sort(),
    );
  });

  it('lets go of the oldest beyond what is kept', async () => {
    const old = Array.from({ length: RUNS_KEPT + 2 }, (_, index) => {
      const at = new Date(Date.now() - (index + 1) * 24 * HOUR);
      return {
        id: newId('reconciliation', at),
        requestedAt: at,
        startedAt: at,
        endedAt: at,
        differences: 0,
      };
    });
    await getDatabase().insert(reconciliations).values(old);
    const id = await requestReconciliation(finance);
    await runReconciliation();
    const left = await listReconciliations(finance);
    expect(left).toHaveLength(RUNS_KEPT);
    expect(left.map((run) => run.id)).toEqual([
      id,
      ...old.slice(0, RUNS_KEPT - 1).map((run) => run.id),
    ]);
  });
});

describe('every day', () => {
  it('a run is asked for once the newest is a day old', async () => {
    expect(await requestDaily()).toBe(1);
    expect(await requestDaily()).toBe(0);
    await runReconciliation();
    const [run] = await listReconciliations(finance);
    expect(run).toMatchObject({ requestedBy: null, requester: null });
    await age(run?.id ?? '', 23);
    expect(await requestDaily()).toBe(0);
    await age(run?.id ?? '', 24);
    expect(await requestDaily()).toBe(1);
    expect(await listReconciliations(finance)).toHaveLength(2);
  });

  it('a run that lost its job gets another', async () => {
    const id = await requestReconciliation(finance);
    await getDatabase().execute(sql`delete from graphile_worker._private_jobs`);
    await age(id, 25);
    expect(await requestDaily()).toBe(1);
    expect(await waiting()).toBe(1);
    expect(await listReconciliations(finance)).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('comes back as it was, beyond what a number holds', () => {
    const found: Reconciliation = {
      at: new Date('2026-11-22T10:40:00.123Z'),
      kinds: [{ kind: 'balance', accounts: 3, total: 9_007_199_254_740_993n }],
      total: -1n,
      entries: 1,
      postings: 2,
      checks: [{ code: 'balanceDiffers', looked: 3, found: 1 }],
      differences: [
        {
          code: 'balanceDiffers',
          subject: 'balance:ac_1',
          name: null,
          href: null,
          expected: 0n,
          actual: -9_007_199_254_740_993n,
        },
      ],
    };
    expect(keptResult(JSON.parse(JSON.stringify(resultToKeep(found))))).toEqual(found);
  });

  it('is nothing when it was written by checks that are no more', async () => {
    const result = await reconcile(system('test'));
    const strange = { ...result, checks: [{ code: 'forgotten', looked: 1, found: 0 }] };
    expect(keptResult(resultToKeep(strange as unknown as Reconciliation))).toBeUndefined();
    expect(keptResult(null)).toBeUndefined();
  });
});
