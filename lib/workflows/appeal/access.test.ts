import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { handIn, makeSupervised, type Supervised } from '@/db/factories/supervision';
import { appeals, supervisions } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { describeEveryEvent, makeStrangers, tryEvent } from '@/lib/testing/every-event';
import { codeOf } from '@/lib/testing/refusal';
import { acceptDelivery, rejectDelivery } from '@/lib/workflows/supervision/commands';
import {
  appealWorkflow,
  askBuyer,
  decideAcceptance,
  decideFullRefund,
  openAppealAsBuyer,
  openAppealAsMerchant,
} from './commands';
import type { appeal } from './machine';
import { countAppeals, getAppeal, getAppealClaim, listAppeals, listAppealsOf } from './queries';
import { buyersAppeal, makeAppeal, merchantsAppeal } from './testing';

type Event = Exclude<keyof typeof appeal.events, 'openAsBuyer' | 'openAsMerchant'>;
type Who = 'buyer' | 'owner' | 'arbiter' | 'system';

/** Who may fire each event; everybody else may not. */
const HOLDER: Record<Event, Who[]> = {
  askBuyer: ['arbiter'],
  askMerchant: ['arbiter'],
  answerAsBuyer: ['buyer'],
  answerAsMerchant: ['owner'],
  recall: ['arbiter'],
  lapse: ['system'],
  remindAsked: ['system'],
  remind: ['system'],
  withdraw: ['buyer', 'owner'],
  resume: ['arbiter'],
  refundFull: ['arbiter'],
  refundPart: ['arbiter'],
  complete: ['arbiter'],
};

let made: Awaited<ReturnType<typeof makeAppeal>>;
let strangers: Record<string, Actor>;
let people: Record<string, Actor>;

const attempt = (actor: Actor, event: Event, input?: unknown) =>
  tryEvent(appealWorkflow, actor, event, made.appeal.id, input);

beforeAll(async () => {
  made = await makeAppeal();
  strangers = await makeStrangers();
  people = {
    buyer: made.buyer,
    owner: made.owner,
    arbiter: await createOperator('arbiter'),
    reviewer: await createOperator('reviewer'),
    finance: await createOperator('finance'),
    system: system('test'),
  };
});

describeEveryEvent(appealWorkflow, HOLDER, 'handling', () => ({
  id: made.appeal.id,
  strangers,
  people,
}));

describe('an event', () => {
  it('needs its words', async () => {
    const arbiter = people.arbiter as Actor;
    for (const event of ['askBuyer', 'askMerchant', 'resume', 'refundFull', 'complete'] as const) {
      expect(await attempt(arbiter, event, { reason: ' ', text: '' }), event).toBe('invalid');
    }
    for (const amount of ['', '0', '-1', '1.234', 'abc']) {
      expect(await attempt(arbiter, 'refundPart', { reason: 'x', amount }), amount).toBe('invalid');
    }
    expect(await attempt(arbiter, 'resume', { reason: 'x', node: 'done' })).toBe('invalid');
    expect(await attempt(arbiter, 'resume', { reason: 'x', node: 'requirement' })).toBe('refused');
    expect(await attempt(arbiter, 'refundPart', { reason: 'x', amount: '9900' })).toBe('refused');
    expect(await attempt(arbiter, 'refundPart', { reason: 'x', amount: '9900.01' })).toBe(
      'refused',
    );
  });
});

describe('reading', () => {
  it('shows an appeal to both sides and the house, and nothing to strangers', async () => {
    const { id } = made.appeal;
    for (const actor of [made.buyer, made.owner, people.arbiter, people.finance] as Actor[]) {
      expect((await getAppeal(actor, id))?.row.id).toBe(id);
    }
    const without = limitedMember(made.owner, ['supervision.read']);
    const elsewhere = limitedMember(made.owner, ['appeal.read'], ['pd_other']);
    for (const actor of [...Object.values(strangers), without, elsewhere]) {
      expect(await getAppeal(actor, id)).toBeUndefined();
      expect((await listAppeals(actor, {})).rows).toEqual([]);
      expect(await countAppeals(actor, {})).toBe(0);
      expect(await listAppealsOf(actor, made.id)).toEqual([]);
    }
  });

  it('says to arbiters only who works on it', async () => {
    const other = await makeAppeal();
    await askBuyer(people.arbiter as Actor, other.appeal.id, { text: '请补充。' });
    expect(await getAppealClaim(people.arbiter as Actor, other.appeal.id)).toMatchObject({
      mine: true,
    });
    for (const actor of [other.buyer, other.owner, people.finance] as Actor[]) {
      expect(await getAppealClaim(actor, other.appeal.id)).toBeUndefined();
    }
  });

  it('finds by words, state, side, turn and overdue', async () => {
    const { rows } = await listAppeals(made.buyer, {});
    const number = rows[0]?.orderNumber ?? '';
    const count = (filters: Parameters<typeof countAppeals>[1]) =>
      countAppeals(made.buyer, filters);
    expect(await count({ q: number, state: 'open', by: 'buyer', turn: 'operations' })).toBe(1);
    expect(await count({ by: 'merchant' })).toBe(0);
    expect(await count({ state: 'decided' })).toBe(0);
    expect(await count({ overdue: '1' })).toBe(0);
    const row = eq(appeals.id, made.appeal.id);
    await getDatabase()
      .update(appeals)
      .set({ handleBy: new Date(0) })
      .where(row);
    expect(await count({ overdue: '1' })).toBe(1);
  });
});

describe('opening', () => {
  let fresh: Supervised;
  const openFresh = async () => {
    fresh = await makeSupervised();
    await handIn(fresh);
  };

  it('looks like nothing for a record of somebody else', async () => {
    await openFresh();
    const stranger = await createBuyer();
    expect(await codeOf(openAppealAsBuyer(stranger, buyersAppeal(fresh.id)))).toBe('notFound');
    expect(await codeOf(openAppealAsBuyer(stranger, buyersAppeal('sv_none')))).toBe('notFound');
    const { owner } = await createMerchant();
    const input = await merchantsAppeal(fresh);
    expect(await codeOf(openAppealAsMerchant(owner, input))).toBe('notFound');
    expect(await codeOf(openAppealAsMerchant(fresh.buyer, input))).toBe('forbidden');
    expect(await codeOf(openAppealAsBuyer(fresh.owner, buyersAppeal(fresh.id)))).toBe('forbidden');
    const elsewhere = limitedMember(fresh.owner, ['appeal.open'], ['pd_other']);
    expect(await codeOf(openAppealAsMerchant(elsewhere, input))).toBe('forbidden');
    const [record] = await getDatabase()
      .select()
      .from(supervisions)
      .where(eq(supervisions.id, fresh.id));
    expect(record?.state).toBe('acceptance');
  });

  it('wins once when both sides open at the same moment', async () => {
    await openFresh();
    const results = await Promise.allSettled([
      openAppealAsBuyer(fresh.buyer, buyersAppeal(fresh.id)),
      openAppealAsMerchant(fresh.owner, await merchantsAppeal(fresh)),
      openAppealAsBuyer(fresh.buyer, buyersAppeal(fresh.id)),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countAppeals(fresh.buyer, {})).toBe(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason.detail.key).toMatch(/^appeal\.error\.openAs\w+\.alreadyOpen$/);
    }
  });

  it.each([
    ['acceptance', acceptDelivery, {}],
    ['rejection', rejectDelivery, { reason: '与约定不符。' }],
  ] as const)(
    'against an %s at the same moment lets the record be in one piece',
    async (_, act, input) => {
      for (let round = 0; round < 3; round += 1) {
        await openFresh();
        const [opened, acted] = await Promise.allSettled([
          openAppealAsMerchant(fresh.owner, await merchantsAppeal(fresh)),
          act(fresh.buyer, fresh.id, input),
        ]);
        const [record] = await getDatabase()
          .select()
          .from(supervisions)
          .where(eq(supervisions.id, fresh.id));
        // A rejected delivery can still be appealed; an accepted one cannot.
        if (opened.status === 'fulfilled') expect(record?.state).toBe('appeal');
        else expect(record?.state).toBe('done');
        if (act === acceptDelivery)
          expect([opened, acted].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
    },
  );

  it('is refused once the record is over', async () => {
    await openFresh();
    await acceptDelivery(fresh.buyer, fresh.id);
    await expect(openAppealAsBuyer(fresh.buyer, buyersAppeal(fresh.id))).rejects.toMatchObject({
      detail: { key: 'appeal.error.openAsBuyer.recordEnded' },
    });
  });
});

describe('two arbiters', () => {
  it('deciding at once make one decision, and the money moves once', async () => {
    const dispute = await makeAppeal();
    const [one, two] = [await createOperator('arbiter'), await createOperator('arbiter')];
    const results = await Promise.allSettled([
      decideFullRefund(one, dispute.appeal.id, { reason: '一' }),
      decideAcceptance(two, dispute.appeal.id, { reason: '二' }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason.code).toBe('wrongState');
  });

  it('see that a colleague holds it, until the lease is over or it is given back', async () => {
    const { claimAppeal, releaseAppeal } = await import('./claim');
    const dispute = await makeAppeal();
    const { id } = dispute.appeal;
    const [one, two] = [await createOperator('arbiter'), await createOperator('arbiter')];
    const claims = await Promise.allSettled([claimAppeal(one, id), claimAppeal(two, id)]);
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [holder, other] = claims[0]?.status === 'fulfilled' ? [one, two] : [two, one];
    await expect(decideAcceptance(other, id, { reason: '二' })).rejects.toMatchObject({
      detail: { key: 'appeal.error.held' },
    });
    await expect(askBuyer(other, id, { text: '请补充。' })).rejects.toMatchObject({
      detail: { key: 'appeal.error.held' },
    });
    await releaseAppeal(other, id);
    await expect(claimAppeal(other, id)).rejects.toMatchObject({ code: 'refused' });
    await releaseAppeal(holder, id);
    await claimAppeal(other, id);
    expect(await codeOf(claimAppeal(dispute.buyer, id))).toBe('forbidden');
  });

  it('working on a page that is out of date are told', async () => {
    const dispute = await makeAppeal();
    const arbiter = await createOperator('arbiter');
    const { version } = dispute.appeal;
    await askBuyer(arbiter, dispute.appeal.id, { text: '请补充。' }, { version });
    await expect(
      decideFullRefund(arbiter, dispute.appeal.id, { reason: '一' }, { version }),
    ).rejects.toMatchObject({ code: 'stale' });
  });
});
