import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  agreeRequirement,
  clockAt,
  deliveryFile,
  deliveryInput,
  handIn,
  makeSupervised,
  moveClock,
  requirementFile,
  type Supervised,
} from '@/db/factories/supervision';
import { reviewItems, supervisions } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import { applyDecisions, decideReview } from '@/lib/records/review/commands';
import { createOperator } from '@/lib/testing/actors';
import { acceptDelivery, deliver, rejectDelivery, submitRequirement } from './commands';
import { getSupervision } from './queries';

const MINUTE = 60_000;
const record = async (id: string) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];
const complaints = (work: Promise<unknown>): Promise<Record<string, string>> =>
  work.then(
    (): Record<string, string> => ({}),
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return Object.fromEntries(
        Object.entries(error.detail.fields ?? {}).map(([field, { key }]) => [field, key]),
      );
    },
  );

beforeEach(() => moveClock(0));

describe('a requirement', () => {
  it('needs words and the agreed document', async () => {
    const { id, buyer } = await makeSupervised({ requirementStep: true });
    const requirementAttachment = [await requirementFile(buyer)];
    expect(await complaints(submitRequirement(buyer, id, { text: '  ', documents: {} }))).toEqual({
      text: 'form.error.required',
      'documents.requirementAttachment': 'supervision.error.documentMissing',
    });
    expect(await complaints(submitRequirement(buyer, id, { text: '迁移', documents: {} }))).toEqual(
      { 'documents.requirementAttachment': 'supervision.error.documentMissing' },
    );
    expect(
      await complaints(
        submitRequirement(buyer, id, {
          text: '字'.repeat(5001),
          documents: { requirementAttachment },
        }),
      ),
    ).toEqual({ text: 'form.error.tooLong' });
    expect((await record(id))?.requirementRound).toBe(0);
    await submitRequirement(buyer, id, { text: '迁移', documents: { requirementAttachment } });
    expect(await record(id)).toMatchObject({ state: 'requirementConfirm', requirementRound: 1 });
  });
});

describe('a delivery', () => {
  let made: Supervised;
  beforeAll(async () => {
    made = await makeSupervised();
  });
  const tried = async (values: Record<string, unknown>) =>
    complaints(deliver(made.owner, made.id, await deliveryInput(made.owner, values)));

  it('needs SOW and acceptance document together, each missed at its own field', async () => {
    expect(await tried({ documents: {} })).toEqual({
      'documents.sow': 'supervision.error.documentMissing',
      'documents.acceptanceDocument': 'supervision.error.documentMissing',
    });
  });

  it('takes no kind of document that the order does not ask for', async () => {
    const { documents } = await deliveryInput(made.owner);
    const validityScreenshot = [await deliveryFile(made.owner, 'a.png', 'deliveryScreenshot')];
    expect(await tried({ documents: { ...documents, validityScreenshot } })).toEqual({
      'documents.validityScreenshot': 'supervision.error.documentNotAsked',
    });
    expect(await tried({ documents: { ...documents, anything: ['fl_1'] } })).not.toEqual({});
  });

  it('takes an enabling time between the payment and now, and says what is wrong with others', async () => {
    const { paidAt } = (await record(made.id)) ?? {};
    const paid = paidAt?.getTime() ?? 0;
    const at = (time: number) => new Date(time).toISOString();
    const said = async (enabledAt: string) => (await tried({ enabledAt })).enabledAt;
    expect(await said('gestern')).toBe('supervision.error.deliver.enabledAtUnreadable');
    expect(await said('2026-02-30T10:00')).toBe('supervision.error.deliver.enabledAtUnreadable');
    expect(await said(at(Date.now() + 5 * MINUTE))).toBe(
      'supervision.error.deliver.enabledAtInFuture',
    );
    expect(await said(at(paid - 2 * MINUTE))).toBe(
      'supervision.error.deliver.enabledAtBeforePayment',
    );
    // The form gives minutes: the minute of the payment counts as after it.
    const minute = Math.floor(paid / MINUTE) * MINUTE;
    const own = await makeSupervised();
    await getDatabase()
      .update(supervisions)
      .set({ paidAt: new Date(paid) })
      .where(eq(supervisions.id, own.id));
    await handIn(own, { enabledAt: at(minute) });
    expect((await record(own.id))?.enabledAt).toEqual(new Date(minute));
  });

  it('may leave description, enabling time and pictures out under v2', async () => {
    const own = await makeSupervised();
    const sow = [await deliveryFile(own.owner)];
    await deliver(own.owner, own.id, { documents: { sow, acceptanceDocument: sow } });
    expect(await record(own.id)).toMatchObject({ state: 'acceptance', enabledAt: null });
  });

  it('needs a description, and no SOW, under v1', async () => {
    await clockAt(new Date('2025-03-01T10:00:00+08:00'));
    const own = await makeSupervised();
    await agreeRequirement(own);
    const documents = { acceptanceDocument: [await deliveryFile(own.owner)] };
    expect(await complaints(deliver(own.owner, own.id, { documents }))).toEqual({
      description: 'form.error.required',
    });
    await deliver(own.owner, own.id, { description: '已完成', documents });
    expect((await record(own.id))?.state).toBe('acceptance');
  });

  it('may use the files of a rejected one again', async () => {
    const own = await makeSupervised();
    const input = await deliveryInput(own.owner);
    await deliver(own.owner, own.id, input);
    await rejectDelivery(own.buyer, own.id, { reason: '请补签字' });
    await deliver(own.owner, own.id, input);
    const detail = await getSupervision(own.buyer, own.id);
    expect(detail?.rounds.map(({ documents }) => documents.length)).toEqual([5, 5]);
  });
});

describe('the re-review scene', () => {
  const scene = {
    productClass: 'jointOperation',
    tracks: ['enablementCloud'],
  };
  let reviewer: Actor;
  beforeAll(async () => {
    reviewer = await createOperator('reviewer');
  });
  const decided = async (id: string, event: string, input: Record<string, unknown>) => {
    await decideReview(reviewer, 'supervision', id, { event, input });
    await moveClock(120);
    await applyDecisions();
    await moveClock(0);
  };

  it('is computed when the record opens and kept on it', async () => {
    const { id } = await makeSupervised(scene);
    expect(await record(id)).toMatchObject({
      scene: 'enablementCloud',
      acceptanceRule: 'enablementCloud',
      reReview: true,
    });
    const demands = (await record(id))?.demands;
    expect(demands?.checks).toContain('signatures');
    expect(demands?.delivery.find(({ kind }) => kind === 'screenshot')?.min).toBe(3);
  });

  it('is never that of a general product, whatever programmes the buyer is in', async () => {
    const { id } = await makeSupervised({ tracks: ['enablementCloud', 'baseCloud'] });
    expect(await record(id)).toMatchObject({ scene: 'none', reReview: false });
  });

  it('asks for three pictures and puts the delivery in the operators’ queue', async () => {
    const made = await makeSupervised(scene);
    const { documents } = await deliveryInput(made.owner);
    const two = { ...documents, screenshot: documents.screenshot.slice(0, 2) };
    expect(await complaints(deliver(made.owner, made.id, { documents: two }))).toEqual({
      'documents.screenshot': 'supervision.error.documentsTooFew',
    });
    await handIn(made);
    expect((await record(made.id))?.state).toBe('reReview');
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, made.id));
    expect(item).toMatchObject({ noun: 'supervision', status: 'open' });
    await expect(acceptDelivery(made.buyer, made.id)).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('goes back to the merchant when refused, and to the buyer when every item passed', async () => {
    const made = await makeSupervised(scene);
    const checks = (await record(made.id))?.demands.checks ?? [];
    await handIn(made);
    await decided(made.id, 'refuseReReview', { reason: '缺少客户签字。' });
    expect(await record(made.id)).toMatchObject({ state: 'delivery', reReviewRefusals: 1 });
    await handIn(made);
    const half = decideReview(reviewer, 'supervision', made.id, {
      event: 'passReReview',
      input: { checks: checks.slice(1) },
    });
    await expect(half).rejects.toMatchObject({
      detail: { key: 'supervision.error.passReReview.checksOpen' },
    });
    await decided(made.id, 'passReReview', { checks, note: '核对无误' });
    expect((await record(made.id))?.state).toBe('acceptance');
    await acceptDelivery(made.buyer, made.id);
    const detail = await getSupervision(made.buyer, made.id);
    expect(detail?.row.state).toBe('done');
    expect(
      detail?.rounds.map(({ round }) => [round.outcome, round.reason, round.reReviewNote]),
    ).toEqual([
      ['accepted', null, '核对无误'],
      ['refused', '缺少客户签字。', null],
    ]);
  });
});
