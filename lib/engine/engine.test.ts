import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { getDatabase } from '@/db/client';
import { clockOffset, deadlines, evidence, outbox, reviewItems } from '@/db/schema';
import { firstBreak } from '@/lib/audit/verify';
import { type Actor, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { createTrialTable, type Trial, trials, trialWorkflow } from '@/lib/testing/trial-workflow';
import { command } from './fire';
import { opening } from './open';
import { allowedEvents, whoIsNext } from './who-is-next';
import { withActor } from './with-actor';

vi.mock('@/lib/auth/permissions/platform', async (original) => {
  const { platformPermissions } =
    await original<typeof import('@/lib/auth/permissions/platform')>();
  const { TRIAL_PERMISSIONS } = await import('@/lib/testing/trial-workflow');
  return { platformPermissions: { ...platformPermissions, ...TRIAL_PERMISSIONS } };
});

const open = opening(trialWorkflow, 'open');
const send = command(trialWorkflow, 'send');
const finish = command(trialWorkflow, 'finish');

let buyer: Actor;
let stranger: Actor;
let reviewer: Actor;
let merchantId: string;

beforeAll(async () => {
  await createTrialTable();
  buyer = await createBuyer();
  stranger = await createBuyer();
  reviewer = await createOperator('reviewer');
  merchantId = (await createMerchant()).merchantId;
});

const waiting = async (): Promise<Trial> => {
  const row = await open(buyer, { merchantId });
  return send(buyer, row.id, { words: 'hello' });
};
const stored = async (id: string) =>
  (await getDatabase().select().from(trials).where(eq(trials.id, id)))[0];

describe('an event', () => {
  it('moves the row, one version on, and leaves evidence, a deadline and a place in the queue', async () => {
    const row = await waiting();
    expect(row).toMatchObject({ state: 'waiting', version: 2, words: 'hello' });
    expect(row.dueAt?.getTime()).toBe(row.stateSince.getTime() + 15 * 60_000);
    const log = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, row.id))
      .orderBy(asc(evidence.seq));
    expect(log.map((entry) => [entry.event, entry.fromState, entry.toState])).toEqual([
      ['open', null, 'draft'],
      ['send', 'draft', 'waiting'],
    ]);
    expect(log[1]?.data).toMatchObject({ changes: { words: ['', 'hello'] } });
    expect(firstBreak(log)).toBeUndefined();
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, row.id));
    expect(item).toMatchObject({ status: 'open', title: 'hello', round: 1 });
  });

  it('owes its notices in the same commit', async () => {
    const row = await waiting();
    await finish(reviewer, row.id);
    const notices = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, row.id));
    expect(notices.map(({ event, audience }) => [event, audience])).toEqual([['finish', 'buyer']]);
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, row.id));
    expect(item?.status).toBe('closed');
  });

  it('is refused to a stranger as if the row were not there', async () => {
    const row = await open(buyer, { merchantId });
    await expect(send(stranger, row.id, { words: 'mine' })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect((await stored(row.id))?.state).toBe('draft');
  });

  it('is refused to a party without the permission', async () => {
    const row = await waiting();
    await expect(finish(buyer, row.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused from a state it may not leave, and tells which state it is in', async () => {
    const row = await waiting();
    await expect(send(buyer, row.id, { words: 'again' })).rejects.toMatchObject({
      code: 'wrongState',
      detail: { params: { state: 'waiting' } },
    });
  });

  it('is refused when the person saw an older version', async () => {
    const row = await open(buyer, { merchantId });
    await send(buyer, row.id, { words: 'one' }, { version: 1 });
    await expect(finish(reviewer, row.id, {}, { version: 1 })).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('names the wrong field and the broken rule', async () => {
    const row = await open(buyer, { merchantId });
    await expect(send(buyer, row.id, { words: 'too long' })).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { words: { key: 'form.error.tooLong', params: { maximum: 5 } } } },
    });
    await expect(send(buyer, row.id, { words: 'bad' })).rejects.toMatchObject({
      code: 'refused',
      detail: { key: 'topUp.error.send.badWords' },
    });
    expect((await stored(row.id))?.version).toBe(1);
  });

  it('happens once when two fire it at the same time', async () => {
    const row = await waiting();
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => finish(reviewer, row.id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const log = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, row.id))
      .orderBy(asc(evidence.seq));
    expect(log.filter(({ event }) => event === 'finish')).toHaveLength(1);
    expect(firstBreak(log)).toBeUndefined();
  });

  it('cannot open a row for somebody else', async () => {
    const other = 'accountId' in stranger ? stranger.accountId : '';
    await expect(open(buyer, { merchantId, buyerId: other })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the second fence', () => {
  it('hides rows from a query that forgot its tenant', async () => {
    const row = await waiting();
    const all = (actor: Actor) =>
      withActor(actor, ({ tx }) => tx.select().from(trials).where(eq(trials.id, row.id)));
    expect(await all(stranger)).toEqual([]);
    expect(await all({ kind: 'visitor' })).toEqual([]);
    expect(await all(buyer)).toHaveLength(1);
  });

  it('lets nobody rewrite history', async () => {
    const row = await waiting();
    const rewrite = withActor(system('test'), ({ tx }) =>
      tx.update(evidence).set({ event: 'nothing' }).where(eq(evidence.subjectId, row.id)),
    );
    await expect(rewrite).rejects.toThrow();
    await expect(
      withActor(system('test'), ({ tx }) =>
        tx.delete(evidence).where(eq(evidence.subjectId, row.id)),
      ),
    ).rejects.toThrow();
  });
});

describe('a deadline', () => {
  it('fires in order once it is due, again while the state lasts, and never after it was left', async () => {
    const row = await waiting();
    expect(await fireDueDeadlines([trialWorkflow])).toBe(0);
    await getDatabase()
      .insert(clockOffset)
      .values({ id: 1, seconds: 16 * 60 })
      .onConflictDoUpdate({ target: clockOffset.id, set: { seconds: 16 * 60 } });
    expect(await fireDueDeadlines([trialWorkflow])).toBeGreaterThan(0);
    const nudges = () =>
      getDatabase()
        .select()
        .from(evidence)
        .where(sql`${evidence.subjectId} = ${row.id} and ${evidence.event} = 'nudge'`);
    expect(await nudges()).toHaveLength(1);
    await getDatabase()
      .update(clockOffset)
      .set({ seconds: 32 * 60 });
    await fireDueDeadlines([trialWorkflow]);
    expect(await nudges()).toHaveLength(2);
    await finish(reviewer, row.id);
    const open = await getDatabase()
      .select()
      .from(deadlines)
      .where(sql`${deadlines.subjectId} = ${row.id} and status = 'pending'`);
    expect(open).toEqual([]);
  });
});

describe('who is next', () => {
  it('names the party, the moment and what happens by itself, and which events an actor may fire', async () => {
    const row = await waiting();
    const { machine } = trialWorkflow;
    expect(whoIsNext(machine, row, row.stateSince)).toMatchObject({
      party: 'operations',
      overdue: false,
      byItself: 'nudge',
    });
    expect(allowedEvents(machine, row, reviewer)).toEqual(['finish', 'back']);
    expect(allowedEvents(machine, row, buyer)).toEqual([]);
  });
});
