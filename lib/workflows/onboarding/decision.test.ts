import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  accounts,
  agreementSignatures,
  drafts,
  evidence,
  members,
  merchantCards,
  merchants,
  onboardings,
  outbox,
} from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import { type Actor, system } from '@/lib/auth/actor';
import type { DomainError } from '@/lib/errors';
import { findDownload } from '@/lib/files/queries';
import { expandNotice } from '@/lib/notify/expand';
import { addAgreementVersion } from '@/lib/records/agreement/commands';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import {
  approveOnboarding,
  openOnboarding,
  rejectOnboarding,
  resubmitOnboarding,
  reviseOnboarding,
  submitOnboarding,
  withdrawOnboarding,
} from './commands';
import { getOnboarding, listOnboardings } from './queries';
import { completeForm, createApplicant, FORM, submittedApplication } from './testing';

// Once, before tests that hand in several forms at the same moment.
beforeAll(seedAgreements);

const fieldsOf = (error: unknown) => (error as DomainError).detail.fields ?? {};
const database = () => getDatabase();
const stateOf = async (id: string) =>
  (await database().select().from(onboardings).where(eq(onboardings.id, id)))[0]?.state;

const REASONS = {
  reasons: [{ field: 'logoFileId', rule: 'OB-LOGO', text: '标识模糊，请重新上传' }],
  note: '其余资料无误',
};

describe('the decision', () => {
  it('to approve makes the merchant, its card, its owner, its key and the signature', async () => {
    const { id, applicant, row } = await submittedApplication();
    const reviewer = await createOperator('reviewer');
    const approved = await approveOnboarding(reviewer, id, {});
    const [merchant] = await database()
      .select()
      .from(merchants)
      .where(eq(merchants.id, approved.merchantId ?? ''));
    expect(merchant).toMatchObject({
      ownerAccountId: applicant.accountId,
      name: '青岛蓝海软件有限公司',
      certifiedAt: null,
      kind: 'enterprise',
    });
    expect(merchant?.accessKey).toMatch(/^GHK[\w-]{40}$/);
    const [card] = await database()
      .select()
      .from(merchantCards)
      .where(eq(merchantCards.merchantId, merchant?.id ?? ''));
    expect(card).toMatchObject({
      servicePhone: '0532-88880000',
      website: 'https://www.lanhai.example',
    });
    expect(JSON.stringify(card)).not.toContain('香港中路');
    const [member] = await database()
      .select()
      .from(members)
      .where(eq(members.merchantId, merchant?.id ?? ''));
    expect(member).toMatchObject({ accountId: applicant.accountId, owner: true });
    const [signature] = await database()
      .select()
      .from(agreementSignatures)
      .where(eq(agreementSignatures.merchantId, merchant?.id ?? ''));
    expect(signature).toMatchObject({
      kind: 'cooperation',
      party: 'merchant',
      accountId: applicant.accountId,
      sha256: row.agreement?.sha256,
      ip: '203.0.113.7',
      at: new Date(row.agreement?.at ?? ''),
    });
    const trail = await database()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `merchant:${merchant?.id}`));
    expect(trail.map((line) => line.event)).toEqual(['create']);
    expect(JSON.stringify(trail)).not.toContain(merchant?.accessKey);
    expect(await database().select().from(drafts).where(eq(drafts.subjectId, id))).toEqual([]);
  });

  it('to approve lets everybody see the logo, and only the merchant the licence', async () => {
    const { id, row, applicant } = await submittedApplication();
    const visitor: Actor = { kind: 'visitor' };
    const { logoFileId = '', licenceFileId = '' } = row.submission ?? {};
    expect(await findDownload([visitor], logoFileId)).toBeUndefined();
    const { merchantId } = await approveOnboarding(await createOperator('reviewer'), id, {});
    expect(await findDownload([visitor], logoFileId)).toBeDefined();
    expect(await findDownload([visitor, await createBuyer()], licenceFileId)).toBeUndefined();
    const member: Actor = {
      kind: 'member',
      accountId: applicant.accountId,
      merchantId: merchantId ?? '',
      memberId: 'mb_1',
      owner: false,
      permissions: [],
      products: null,
    };
    expect(await findDownload([member], licenceFileId)).toBeDefined();
  });

  it('is told to the contacts of the form by mail and SMS, and to the account on the site', async () => {
    const { id, applicant } = await submittedApplication();
    await rejectOnboarding(await createOperator('reviewer'), id, REASONS);
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    const rows = await Promise.all(
      notices
        .filter((notice) => notice.event === 'reject')
        .map(async (notice) => {
          await expandNotice(notice.id);
          return database().query.messages.findMany({
            where: (table, { eq: same }) => same(table.outboxId, notice.id),
          });
        }),
    );
    const told = rows.flat();
    expect(told.map((message) => `${message.channel} ${message.address}`).sort()).toEqual([
      'mail service@lanhai.example',
      `site ${applicant.accountId}`,
      'sms 13800030001',
    ]);
    const mail = told.find((message) => message.channel === 'mail');
    expect(mail?.subject).toContain('青岛蓝海软件有限公司');
    expect(mail?.body).toContain('公司标识 [OB-LOGO]：标识模糊，请重新上传');
    expect(mail?.body).toContain('其余资料无误');
  });

  it('to reject needs a reason, keeps it per field with its rule, and lets the applicant try again', async () => {
    const { id, applicant, row } = await submittedApplication();
    const reviewer = await createOperator('reviewer');
    for (const empty of [{}, { note: '  ' }, { reasons: [{ field: '', text: ' ' }] }]) {
      const error = await rejectOnboarding(reviewer, id, empty).catch((e: unknown) => e);
      expect(fieldsOf(error)).toEqual({ note: { key: 'review.error.noReason', params: {} } });
    }
    await expect(
      rejectOnboarding(reviewer, id, { reasons: [{ field: 'password', text: 'x' }] }),
    ).rejects.toMatchObject({ code: 'invalid' });
    const rejected = await rejectOnboarding(reviewer, id, REASONS);
    expect(rejected).toMatchObject({
      state: 'rejected',
      outcome: { ...REASONS, verdict: 'rejected' },
    });

    await reviseOnboarding(applicant, id, { ...FORM, website: '' });
    expect(await stateOf(id)).toBe('rejected');
    const again = await resubmitOnboarding(applicant, id, await completeForm(applicant));
    expect(again).toMatchObject({
      state: 'pendingReview',
      round: 2,
      outcome: { verdict: 'rejected' },
    });
    expect(again.previous?.logoFileId).toBe(row.submission?.logoFileId);
    expect(again.submission?.logoFileId).not.toBe(row.submission?.logoFileId);
    expect((await approveOnboarding(reviewer, id, {})).state).toBe('approved');
  });

  it('keeps the comparison with what was refused through a withdrawal', async () => {
    const { id, applicant, row } = await submittedApplication();
    await rejectOnboarding(await createOperator('reviewer'), id, REASONS);
    await resubmitOnboarding(applicant, id, await completeForm(applicant));
    await withdrawOnboarding(applicant, id);
    const third = await submitOnboarding(applicant, id, await completeForm(applicant));
    expect(third.previous?.logoFileId).toBe(row.submission?.logoFileId);
  });

  it('is the reviewer’s: not the applicant’s, a stranger’s or another role’s', async () => {
    const { id, applicant } = await submittedApplication();
    const { owner } = await createMerchant();
    for (const [actor, code] of [
      [applicant, 'forbidden'],
      [await createApplicant(), 'notFound'],
      [owner, 'notFound'],
      [await createOperator('finance', 'arbiter', 'admin'), 'forbidden'],
      [system('test'), 'forbidden'],
    ] as const) {
      await expect(approveOnboarding(actor, id, {})).rejects.toMatchObject({ code });
    }
    expect(await stateOf(id)).toBe('pendingReview');
  });

  it('of two approvals at once is made once: one merchant', async () => {
    const { id, applicant } = await submittedApplication();
    const reviewers = [await createOperator('reviewer'), await createOperator('reviewer')];
    const results = await Promise.allSettled(reviewers.map((r) => approveOnboarding(r, id, {})));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const rows = await database()
      .select()
      .from(merchants)
      .where(eq(merchants.ownerAccountId, applicant.accountId));
    expect(rows).toHaveLength(1);
  });

  it('and a withdrawal at the same moment: one of them happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, applicant } = await submittedApplication();
      const reviewer = await createOperator('reviewer');
      const results = await Promise.allSettled([
        approveOnboarding(reviewer, id, {}),
        withdrawOnboarding(applicant, id),
      ]);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      const rows = await database()
        .select()
        .from(merchants)
        .where(eq(merchants.ownerAccountId, applicant.accountId));
      expect(rows).toHaveLength((await stateOf(id)) === 'approved' ? 1 : 0);
    }
  });

  it('makes one merchant of one company, when two of its accounts applied', async () => {
    const creditCode = `TWINS${Date.now()}`;
    const ids = await Promise.all(
      [0, 1].map(async () => {
        const applicant = await createApplicant({ creditCode });
        const row = await openOnboarding(applicant);
        await submitOnboarding(applicant, row.id, await completeForm(applicant));
        return row.id;
      }),
    );
    const reviewer = await createOperator('reviewer');
    const results = await Promise.allSettled(ids.map((id) => approveOnboarding(reviewer, id, {})));
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      detail: { key: 'onboarding.error.approve.companyTaken' },
    });
    expect(
      await database().select().from(merchants).where(eq(merchants.creditCode, creditCode)),
    ).toHaveLength(1);
  });

  it('is not to approve when the real name now names another company', async () => {
    const { id, applicant } = await submittedApplication();
    await database()
      .update(accounts)
      .set({ creditCode: 'ANOTHERCOMPANY0001' })
      .where(eq(accounts.id, applicant.accountId));
    await expect(approveOnboarding(await createOperator('reviewer'), id, {})).rejects.toMatchObject(
      { detail: { key: 'onboarding.error.approve.entityChanged' } },
    );
  });

  it('signs the version that was ticked, even when a newer one took effect during the review', async () => {
    const { id, row } = await submittedApplication();
    await addAgreementVersion(system('test'), {
      kind: 'cooperation',
      title: { 'zh-CN': '新', en: 'New' },
      body: { 'zh-CN': '新', en: 'New' },
      summary: { 'zh-CN': '新', en: 'New' },
    });
    const approved = await approveOnboarding(await createOperator('reviewer'), id, {});
    const [signature] = await database()
      .select()
      .from(agreementSignatures)
      .where(eq(agreementSignatures.merchantId, approved.merchantId ?? ''));
    expect(signature?.agreementId).toBe(row.agreement?.agreementId);
  });
});

describe('who sees applications', () => {
  it('is the applicant and the reviewers', async () => {
    const { id, applicant } = await submittedApplication();
    expect((await getOnboarding(applicant, id)).application.id).toBe(id);
    const reviewer = await createOperator('reviewer');
    expect((await getOnboarding(reviewer, id)).application.id).toBe(id);
    const stranger = await createApplicant();
    await expect(getOnboarding(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getOnboarding(await createOperator('finance'), id)).rejects.toMatchObject({
      code: 'notFound',
    });
    const listed = await listOnboardings(reviewer, { q: '蓝海', state: 'pendingReview' });
    expect(listed.rows.map((row) => row.id)).toContain(id);
    expect((await listOnboardings(reviewer, { q: '100%' })).rows).toEqual([]);
    expect((await listOnboardings(stranger, {})).rows).toEqual([]);
    expect((await listOnboardings(await createBuyer(), {})).rows).toEqual([]);
  });
});
