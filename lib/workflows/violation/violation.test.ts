import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeFile, makeSold } from '@/db/factories/order';
import { moveClock } from '@/db/factories/supervision';
import { evidence, outbox, products, standings, violations } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { getMerchantStanding } from '@/lib/workflows/standing/queries';
import {
  answerViolation,
  recordViolation,
  revokeViolation,
  upholdViolation,
  violationWorkflow,
} from './commands';
import { getRecordForm, getViolation, listViolations } from './queries';

const reason = '2026-11-20 订单的验收图片经过修改';
/** In seconds. */
const DAY = 86_400;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY * 1000).toISOString().slice(0, 10);

type Staff = Actor & { accountId: string };
let admin: Staff;
let reviewer: Staff;
let merchant: { merchantId: string; owner: Member };

beforeAll(async () => {
  admin = await createOperator('admin');
  reviewer = await createOperator('reviewer');
  merchant = await createMerchant();
});
afterEach(() => moveClock(0));

const form = (values: Record<string, unknown> = {}) => ({
  merchantId: merchant.merchantId,
  behaviour: 'other',
  productAction: 'none',
  merchantAction: 'none',
  reason,
  ...values,
});
const productOf = async (id: string) =>
  (await getDatabase().select().from(products).where(eq(products.id, id)))[0];
const standingOf = async (id: string) =>
  (await getDatabase().select().from(standings).where(eq(standings.merchantId, id)))[0];
const fieldOf = (field: string, key?: string) => ({
  code: 'invalid',
  detail: { fields: { [field]: key ? { key } : expect.anything() } },
});

describe('recording a violation', () => {
  it('keeps the rule’s words and points, opens the evidence to the merchant and tells it', async () => {
    const file = await makeFile(reviewer, { purpose: 'violationEvidence' });
    const row = await recordViolation(reviewer, form({ evidenceFileIds: [file.id] }));
    expect(row).toMatchObject({ state: 'recorded', points: 1, behaviour: 'other' });
    expect(row.behaviourText.en).toBe('Another breach of the cooperation agreement');
    const seen = await getViolation(merchant.owner, row.id);
    expect(seen?.evidence.map(({ id }) => id)).toEqual([file.id]);
    const [told] = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, row.id));
    expect(told).toMatchObject({ event: 'record', audience: 'merchant' });
    const [trace] = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, row.id));
    expect(trace?.stream).toBe(`merchant:${merchant.merchantId}`);
    expect(trace?.files).toHaveLength(1);
  });

  it('freezes or delists the product concerned', async () => {
    const [one, two] = [await makeSold(merchant, 100n), await makeSold(merchant, 100n)];
    await recordViolation(reviewer, form({ productId: one.productId, productAction: 'freeze' }));
    await recordViolation(reviewer, form({ productId: two.productId, productAction: 'delist' }));
    expect(await productOf(one.productId)).toMatchObject({ state: 'frozen', reason });
    expect(await productOf(two.productId)).toMatchObject({ state: 'delisted', reason });
  });

  it('puts the merchant on a list, with the violation as its ground', async () => {
    const { merchantId } = await createMerchant();
    const row = await recordViolation(
      admin,
      form({
        merchantId,
        behaviour: 'forgedAcceptance',
        merchantAction: 'blacklist',
        until: inDays(180),
      }),
    );
    expect(await standingOf(merchantId)).toMatchObject({
      state: 'blacklisted',
      violationId: row.id,
      reason,
    });
    expect((await standingOf(merchantId))?.until).toEqual(row.until);
    expect((await getMerchantStanding(admin, merchantId))?.points).toBe(30);
  });

  it('expels with the product concerned named, delisting everything once', async () => {
    const other = await createMerchant();
    const sold = await makeSold(other, 100n);
    await recordViolation(
      admin,
      form({
        merchantId: other.merchantId,
        behaviour: 'bribery',
        merchantAction: 'expel',
        productId: sold.productId,
        productAction: 'delist',
      }),
    );
    expect((await productOf(sold.productId))?.state).toBe('delisted');
    expect((await standingOf(other.merchantId))?.state).toBe('expelled');
  });

  it.each([
    ['merchantId', { merchantId: 'mc_nobody' }, 'merchantUnknown'],
    ['behaviour', { behaviour: 'invented' }, 'behaviourUnknown'],
    ['productId', { productAction: 'freeze' }, 'productNeeded'],
    ['productId', { productId: 'pd_nothing', productAction: 'freeze' }, 'productUnknown'],
    ['until', { merchantAction: 'blacklist' }, 'untilNeeded'],
  ])('says what is wrong with %s', async (field, values, complaint) => {
    await expect(recordViolation(admin, form(values))).rejects.toMatchObject(
      fieldOf(field, `violation.error.record.${complaint}`),
    );
  });

  it.each([
    ['reason', { reason: 'no' }],
    ['productAction', { productAction: 'burn' }],
    ['until', { merchantAction: 'blacklist', until: '2026-02-31' }],
    ['until', { merchantAction: 'blacklist', until: '2020-01-01' }],
    ['evidenceFileIds', { evidenceFileIds: ['fl_other'] }],
  ])('refuses a wrong %s', async (field, values) => {
    await expect(recordViolation(admin, form(values))).rejects.toMatchObject(fieldOf(field));
  });

  it('leaves nothing behind when the standing refuses', async () => {
    const other = await createMerchant();
    const input = { merchantId: other.merchantId, behaviour: 'bribery', merchantAction: 'expel' };
    await recordViolation(admin, form(input));
    await expect(recordViolation(admin, form(input))).rejects.toMatchObject(
      fieldOf('merchantAction', 'violation.error.record.notFromHere'),
    );
    const rows = await getDatabase()
      .select()
      .from(violations)
      .where(eq(violations.merchantId, other.merchantId));
    expect(rows).toHaveLength(1);
  });

  it('is not for merchants, customers or finance; lists are for administrators', async () => {
    for (const actor of [merchant.owner, await createBuyer(), await createOperator('finance')])
      await expect(recordViolation(actor, form())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      recordViolation(reviewer, form({ merchantAction: 'yellowList', until: inDays(3) })),
    ).rejects.toMatchObject(fieldOf('merchantAction', 'violation.error.record.adminsOnly'));
  });

  it('is refused on another merchant’s product', async () => {
    const other = await makeSold(await createMerchant(), 100n);
    await expect(
      recordViolation(reviewer, form({ productId: other.productId, productAction: 'delist' })),
    ).rejects.toMatchObject(fieldOf('productId'));
    expect((await productOf(other.productId))?.state).toBe('onSale');
  });
});

describe('the merchant’s answer', () => {
  it('is given once, with files, and waits for operations', async () => {
    const row = await recordViolation(reviewer, form());
    const { owner } = merchant;
    const file = await makeFile(owner, { purpose: 'violationAnswer' });
    const answer = { answer: '图片由客户提供，未经修改。', answerFileIds: file.id };
    await expect(
      answerViolation(owner, row.id, { ...answer, answerFileIds: [file.id] }),
    ).resolves.toMatchObject({ state: 'answered', answerFileIds: [file.id] });
    await expect(answerViolation(owner, row.id, { answer: '再说一次。' })).rejects.toMatchObject({
      code: 'wrongState',
    });
    expect((await getViolation(reviewer, row.id))?.answerFiles).toHaveLength(1);
    await expect(
      upholdViolation(reviewer, row.id, { reply: '证据与申辩不符，维持。' }),
    ).resolves.toMatchObject({ state: 'upheld' });
  });

  it('of two at once only one counts', async () => {
    const row = await recordViolation(reviewer, form());
    const results = await Promise.allSettled(
      ['第一份申辩内容', '第二份申辩内容'].map((answer) =>
        answerViolation(merchant.owner, row.id, { answer }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not another merchant’s to give, nor a member’s without the permission', async () => {
    const row = await recordViolation(reviewer, form());
    const stranger = (await createMerchant()).owner;
    const input = { answer: '这不是我们的问题。' };
    await expect(answerViolation(stranger, row.id, input)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(
      answerViolation(limitedMember(merchant.owner, ['violation.read']), row.id, input),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(answerViolation(merchant.owner, row.id, { answer: '' })).rejects.toMatchObject(
      fieldOf('answer'),
    );
    expect(await getViolation(stranger, row.id)).toBeUndefined();
    const theirs = await listViolations(stranger, {});
    expect(theirs.rows).toEqual([]);
  });

  it('can no longer be given when its time is over: the violation stands', async () => {
    const row = await recordViolation(reviewer, form());
    await moveClock(30 * DAY);
    await fireDueDeadlines([violationWorkflow]);
    const seen = await getViolation(merchant.owner, row.id);
    expect(seen?.violation.state).toBe('upheld');
  });
});

describe('revoking', () => {
  it('takes points, list and freeze back', async () => {
    const other = await createMerchant();
    const sold = await makeSold(other, 100n);
    const row = await recordViolation(
      admin,
      form({
        merchantId: other.merchantId,
        behaviour: 'doctoredAcceptance',
        merchantAction: 'yellowList',
        until: inDays(90),
        productId: sold.productId,
        productAction: 'freeze',
      }),
    );
    const reply = { reply: '经复核，图片未经修改。' };
    await expect(revokeViolation(reviewer, row.id, reply)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await revokeViolation(admin, row.id, reply);
    expect((await standingOf(other.merchantId))?.state).toBe('good');
    expect((await productOf(sold.productId))?.state).toBe('onSale');
    expect((await getMerchantStanding(admin, other.merchantId))?.points).toBe(0);
    await expect(revokeViolation(admin, row.id, reply)).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('leaves a list that another violation led to', async () => {
    const other = await createMerchant();
    const input = { merchantId: other.merchantId, merchantAction: 'yellowList' };
    const first = await recordViolation(admin, form({ ...input, until: inDays(30) }));
    await recordViolation(admin, form({ ...input, until: inDays(60) }));
    await revokeViolation(admin, first.id, { reply: '第一条记录有误。' });
    expect((await standingOf(other.merchantId))?.state).toBe('yellowListed');
  });
});

describe('points', () => {
  it('count for the months of the rule', async () => {
    const other = await createMerchant();
    await recordViolation(reviewer, form({ merchantId: other.merchantId }));
    expect((await getMerchantStanding(admin, other.merchantId))?.points).toBe(1);
    await moveClock(370 * DAY);
    expect((await getMerchantStanding(admin, other.merchantId))?.points).toBe(0);
  });
});

describe('the form', () => {
  it('starts from the rule, for those who may record', async () => {
    const { merchantId } = merchant;
    const started = await getRecordForm(admin, { merchantId, behaviour: 'doctoredAcceptance' });
    expect(started.rule?.merchantAction).toBe('yellowList');
    expect(started.until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(started.mayList).toBe(true);
    expect((await getRecordForm(merchant.owner, { merchantId })).rules).toEqual([]);
  });
});
