import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { moveClock } from '@/db/factories/supervision';
import { appealRequests, outbox } from '@/db/schema';
import type { Operator } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { supervisionWorkflow } from '@/lib/workflows/supervision/commands';
import {
  answerAsBuyer,
  answerAsMerchant,
  appealWorkflow,
  askBuyer,
  askMerchant,
  decideResume,
  recallRequest,
} from './commands';
import { getAppeal } from './queries';
import { appealFile, appealOf, makeAppeal, staffArbiter, told } from './testing';

const DAY = 86_400;
const sweep = () => fireDueDeadlines([supervisionWorkflow, appealWorkflow]);

let arbiter: Operator;

beforeAll(async () => {
  arbiter = await staffArbiter();
});
beforeEach(() => moveClock(0));

describe('what an arbiter asks for', () => {
  it('waits for the party with a reminder before its end, and comes back with the answer', async () => {
    const { appeal, owner } = await makeAppeal();
    const asked = await askMerchant(arbiter, appeal.id, { text: '请提供回退预案。' });
    expect(asked.state).toBe('awaitingMerchant');
    expect(asked.dueAt).toEqual(asked.answerBy);
    expect(asked.remindAskedAt?.getTime()).toBeLessThan(asked.answerBy?.getTime() ?? 0);
    const [mail] = await told(appeal.id, 'askMerchant');
    expect(mail?.body).toContain('请提供回退预案。');
    await moveClock(Math.ceil(((asked.remindAskedAt?.getTime() ?? 0) - Date.now()) / 1000) + 5);
    await sweep();
    expect((await told(appeal.id, 'remindAsked')).length).toBeGreaterThan(0);
    expect((await appealOf(appeal.id))?.state).toBe('awaitingMerchant');
    const answered = await answerAsMerchant(owner, appeal.id, {
      text: '见附件。',
      documents: { evidence: [await appealFile(owner)] },
    });
    expect(answered).toMatchObject({ state: 'handling', answerBy: null });
    // The promise counts from the opening, whatever was asked in between.
    expect(answered.dueAt).toEqual(appeal.handleBy);
    const detail = await getAppeal(arbiter, appeal.id);
    expect(detail?.requests).toMatchObject([{ outcome: 'answered', answer: '见附件。' }]);
    expect(detail?.documents.map(({ requestId }) => requestId)).toEqual([detail?.requests[0]?.id]);
  });

  it('lapses by itself, so that the arbiter may go on', async () => {
    const { appeal, buyer } = await makeAppeal();
    const asked = await askBuyer(arbiter, appeal.id, { text: '请补充。', workingDays: '1' });
    await expect(decideResume(arbiter, appeal.id, { reason: '一' })).rejects.toMatchObject({
      code: 'wrongState',
    });
    await moveClock(Math.ceil(((asked.answerBy?.getTime() ?? 0) - Date.now()) / 1000) + 5);
    await sweep();
    expect((await appealOf(appeal.id))?.state).toBe('handling');
    const [request] = await getDatabase()
      .select()
      .from(appealRequests)
      .where(eq(appealRequests.appealId, appeal.id));
    expect(request?.outcome).toBe('lapsed');
    const audiences = (await told(appeal.id, 'lapse')).map(({ audience }) => audience);
    expect(new Set(audiences)).toEqual(new Set(['asked', 'operations']));
    await expect(answerAsBuyer(buyer, appeal.id, { text: '晚了' })).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('can be taken back', async () => {
    const { appeal } = await makeAppeal();
    await askBuyer(arbiter, appeal.id, { text: '请补充。' });
    await recallRequest(arbiter, appeal.id);
    expect((await appealOf(appeal.id))?.state).toBe('handling');
    expect((await told(appeal.id, 'recall')).map(({ audience }) => audience)).toContain('asked');
  });

  it('is reminded of to the arbiters when the promised time is over, again after as long', async () => {
    const { appeal } = await makeAppeal();
    await moveClock(Math.ceil((appeal.handleBy.getTime() - Date.now()) / 1000) + 5);
    await sweep();
    await sweep();
    const count = async () =>
      (
        await getDatabase()
          .select()
          .from(outbox)
          .where(and(eq(outbox.subjectId, appeal.id), eq(outbox.event, 'remind')))
      ).length;
    expect(await count()).toBe(1);
    expect((await told(appeal.id, 'remind'))[0]?.accountId).toBe(arbiter.accountId);
    await moveClock(Math.ceil((appeal.handleBy.getTime() - Date.now()) / 1000) + 12 * DAY);
    await sweep();
    expect(await count()).toBe(2);
  });
});
