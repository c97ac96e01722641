import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  agreeRequirement,
  handIn,
  makeSupervised,
  moveClock,
  requirementFile,
} from '@/db/factories/supervision';
import { messages, operators, outbox, settingValues, supervisions } from '@/db/schema';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { newId } from '@/lib/ids';
import { expandNotice } from '@/lib/notify/expand';
import { createAccount, createOperator } from '@/lib/testing/actors';
import {
  acceptDelivery,
  rejectDelivery,
  rejectRequirement,
  submitRequirement,
  supervisionWorkflow,
} from './commands';
import { sendDigests } from './digest';

const DAY = 86_400;
const record = async (id: string) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];
const notices = async (subjectId: string, event?: string) =>
  getDatabase()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, subjectId), event ? eq(outbox.event, event) : undefined));
const messagesOf = async (rows: { id: string }[]) => {
  for (const { id } of rows) await expandNotice(id);
  return getDatabase()
    .select()
    .from(messages)
    .where(
      inArray(
        messages.outboxId,
        rows.map(({ id }) => id),
      ),
    );
};
const sweep = () => fireDueDeadlines([supervisionWorkflow]);

beforeEach(() => moveClock(0));

describe('whoever’s turn it is', () => {
  it('is reminded after the days of the rule, again after as many, and never taken for acting', async () => {
    const made = await makeSupervised({ requirementStep: true });
    const { stalledSince, dueAt } = (await record(made.id)) ?? {};
    expect(dueAt?.getTime()).toBe((stalledSince?.getTime() ?? 0) + 5 * DAY * 1000);
    await sweep();
    expect((await record(made.id))?.reminders).toBe(0);
    await moveClock(5 * DAY + 60);
    await sweep();
    await sweep();
    expect(await record(made.id)).toMatchObject({
      state: 'requirement',
      reminders: 1,
      stalledSince,
    });
    await moveClock(10 * DAY + 120);
    await sweep();
    expect(await record(made.id)).toMatchObject({ state: 'requirement', reminders: 2 });
    const reminded = await messagesOf((await notices(made.id, 'remind')).slice(0, 1));
    expect(new Set(reminded.map(({ accountId }) => accountId))).toEqual(
      new Set([made.buyer.accountId]),
    );
    expect(reminded.map(({ channel }) => channel).sort()).toEqual(['mail', 'site', 'sms']);
    expect(reminded[0]?.subject).toContain('请提交需求');
  });

  it('is no longer reminded once it has acted; a reminder on its way goes to nobody', async () => {
    const made = await makeSupervised({ requirementStep: true });
    await moveClock(5 * DAY + 60);
    await sweep();
    await agreeRequirement(made);
    expect(await messagesOf(await notices(made.id, 'remind'))).toEqual([]);
    expect(await record(made.id)).toMatchObject({ state: 'delivery', reminders: 0 });
  });

  it('is the merchant at the end of its promised delivery period, then every few days', async () => {
    const made = await makeSupervised();
    const { dueAt, deliverBy } = (await record(made.id)) ?? {};
    expect(dueAt).toEqual(deliverBy);
    await moveClock(6 * DAY);
    await sweep();
    expect((await record(made.id))?.reminders).toBe(0);
    await moveClock(15 * DAY + 60);
    await sweep();
    expect((await record(made.id))?.reminders).toBe(1);
    const [told] = await messagesOf(await notices(made.id, 'remind'));
    expect(told).toMatchObject({
      accountId: made.owner.accountId,
      merchantId: made.owner.merchantId,
      type: 'supervision.progress',
    });
    await moveClock(20 * DAY + 120);
    await sweep();
    expect((await record(made.id))?.reminders).toBe(2);
  });

  it('is operations in a re-review, after working days', async () => {
    const accountId = await createAccount({ name: '顾清扬' });
    await getDatabase()
      .insert(operators)
      .values({
        id: newId('operator'),
        accountId,
        roles: ['reviewer'],
        createdAt: new Date(),
      });
    const made = await makeSupervised({ productClass: 'jointOperation', tracks: ['baseCloud'] });
    await handIn(made);
    expect((await record(made.id))?.state).toBe('reReview');
    await moveClock(10 * DAY);
    await sweep();
    const told = await messagesOf(await notices(made.id, 'remind'));
    expect(told.map((message) => message.accountId)).toContain(accountId);
    expect(told[0]?.href).toBe(`/ops/supervision/${made.id}`);
  });
});

describe('notices', () => {
  it('say to each party, in its language, what happened and what to do, with the reason given', async () => {
    const made = await makeSupervised({ requirementStep: true });
    await agreeRequirement(made);
    await handIn(made);
    await rejectDelivery(made.buyer, made.id, { reason: '截图与订单不符' });
    await handIn(made);
    await acceptDelivery(made.buyer, made.id);
    const rows = await notices(made.id);
    expect(rows.map(({ event, audience }) => `${event}.${audience}`)).toEqual([
      'open.buyer',
      'open.merchant',
      'submitRequirement.merchant',
      'confirmRequirement.buyer',
      'deliver.buyer',
      'reject.merchant',
      'deliver.buyer',
      'accept.merchant',
    ]);
    const told = await messagesOf(rows);
    expect(told.filter(({ body, subject }) => /[{}]|supervision\./.test(body + subject))).toEqual(
      [],
    );
    const rejected = rows.find(({ event }) => event === 'reject');
    const texts = told.filter(({ outboxId }) => outboxId === rejected?.id);
    expect(texts.find(({ channel }) => channel === 'mail')?.body).toContain('截图与订单不符');
    expect(new Set(texts.map(({ merchantId }) => merchantId))).toEqual(
      new Set([made.owner.merchantId]),
    );
  });

  it('count the rejections of a requirement', async () => {
    const made = await makeSupervised({ requirementStep: true });
    await submitRequirement(made.buyer, made.id, {
      text: '迁移',
      documents: { requirementAttachment: [await requirementFile(made.buyer)] },
    });
    await rejectRequirement(made.owner, made.id, { reason: '请补充' });
    const [mail] = await messagesOf(await notices(made.id, 'rejectRequirement'));
    expect(mail?.body).toContain('第 1 次');
  });
});

describe('the digest', () => {
  const digests = (merchantId: string) => notices(merchantId, 'digest');

  it('tells a merchant once a day how many of its orders are unfinished, while there are some', async () => {
    await createOperator('reviewer');
    const first = await makeSupervised();
    const merchant = { merchantId: first.owner.merchantId, owner: first.owner };
    await makeSupervised({ requirementStep: true, merchant });
    await sendDigests();
    expect(await digests(merchant.merchantId)).toHaveLength(0);
    await moveClock(DAY + 60);
    await sendDigests();
    await sendDigests();
    const sent = await digests(merchant.merchantId);
    expect(sent.map(({ params }) => params)).toEqual([{ count: 2, waiting: 1 }]);
    const [mail] = await messagesOf(sent);
    expect(mail).toMatchObject({ type: 'supervision.unfinished', merchantId: merchant.merchantId });
    expect(mail?.body).toContain('2 个监管订单未完成');
    await moveClock(2 * DAY + 120);
    await sendDigests();
    expect(await digests(merchant.merchantId)).toHaveLength(2);
  });

  it('is not sent for what is done, nor when the rule says never', async () => {
    const made = await makeSupervised();
    const { merchantId } = made.owner;
    const at = new Date(Date.now() - 1000);
    await getDatabase()
      .insert(settingValues)
      .values({
        id: newId('setting'),
        key: 'supervision.digestDays',
        value: 0,
        effectiveFrom: at,
        note: '',
        createdBy: 'test',
        createdAt: at,
      });
    await moveClock(DAY + 60);
    await sendDigests();
    expect(await digests(merchantId)).toHaveLength(0);
    await getDatabase()
      .delete(settingValues)
      .where(eq(settingValues.key, 'supervision.digestDays'));
    await handIn(made);
    await acceptDelivery(made.buyer, made.id);
    await sendDigests();
    expect(await digests(merchantId)).toHaveLength(0);
  });
});
