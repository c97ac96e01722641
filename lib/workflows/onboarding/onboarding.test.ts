import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  accounts,
  deadlines,
  drafts,
  evidence,
  merchants,
  onboardings,
  outbox,
  reviewItems,
} from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { withActor } from '@/lib/engine/with-actor';
import type { DomainError } from '@/lib/errors';
import { listSignatures } from '@/lib/records/agreement/queries';
import { createAccount, createMerchant, createOperator } from '@/lib/testing/actors';
import { onboardingWorkflow, openOnboarding, saveOnboarding, submitOnboarding } from './commands';
import { getApplicantView } from './queries';
import {
  completeForm,
  createApplicant,
  FORM,
  openApplication,
  submittedApplication,
  uploadPicture,
} from './testing';

const fieldsOf = (error: unknown) => (error as DomainError).detail.fields ?? {};
const database = () => getDatabase();
const stateOf = async (id: string) =>
  (await database().select().from(onboardings).where(eq(onboardings.id, id)))[0]?.state;

describe('opening the application', () => {
  it('is for accounts that pass every gate', async () => {
    const applicant = await createApplicant();
    const row = await openOnboarding(applicant);
    expect(row).toMatchObject({ state: 'editing', companyName: '青岛蓝海软件有限公司' });
    for (const values of [
      { emailVerifiedAt: null },
      { phone: null },
      { passwordHash: null },
      { realNameAt: null },
      { realNameKind: 'personal' as const },
      { isSubAccount: true },
      { isPartnerAdmin: true },
      { programmes: ['eliteServiceProvider'] },
    ]) {
      const refusedOne = await createApplicant(values);
      await expect(openOnboarding(refusedOne), JSON.stringify(values)).rejects.toMatchObject({
        detail: { key: 'onboarding.error.open.gatesShut' },
      });
    }
  });

  it('counts accounts with the same number, and merchants of the same company', async () => {
    const phone = '13911112222';
    for (let i = 0; i < 3; i += 1) await createAccount({ phone });
    const fourth = await createApplicant({ phone });
    const view = await getApplicantView(fourth);
    expect(view.gates.filter((gate) => !gate.passed).map((gate) => gate.code)).toEqual(['A2']);
    const { merchantId } = await createMerchant();
    const [merchant] = await database()
      .select()
      .from(merchants)
      .where(eq(merchants.id, merchantId));
    const second = await createApplicant({ creditCode: merchant?.creditCode });
    const again = await getApplicantView(second);
    expect(again.gates.find((gate) => gate.code === 'A8')).toMatchObject({
      passed: false,
      reason: 'alreadyMerchant',
    });
  });

  it('makes one application of two clicks at once', async () => {
    const applicant = await createApplicant();
    const results = await Promise.allSettled([
      openOnboarding(applicant),
      openOnboarding(applicant),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await database()
      .select()
      .from(onboardings)
      .where(eq(onboardings.accountId, applicant.accountId));
    expect(rows).toHaveLength(1);
  });

  it('is not for members, staff or visitors', async () => {
    const { owner } = await createMerchant();
    const actors: Actor[] = [owner, await createOperator('reviewer'), { kind: 'visitor' }];
    for (const actor of actors)
      await expect(openOnboarding(actor)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the draft', () => {
  it('is kept as it is typed, is shown again, and never reaches the evidence', async () => {
    const { applicant, row } = await openApplication();
    await saveOnboarding(applicant, row.id, { introduction: '只写了一半的秘密草稿' });
    const view = await getApplicantView(applicant);
    expect(view.draft).toEqual({ introduction: '只写了一半的秘密草稿' });
    const lines = await database()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `onboarding:${row.id}`));
    expect(lines.map((line) => line.event)).toEqual(['open', 'save']);
    expect(JSON.stringify(lines)).not.toContain('秘密草稿');
    expect(lines[1]?.data).toMatchObject({ saved: ['introduction'] });
  });

  it('tells a second window that it changed meanwhile', async () => {
    const { applicant, row } = await openApplication();
    await saveOnboarding(
      applicant,
      row.id,
      { website: 'https://a.example' },
      { version: row.version },
    );
    await expect(
      saveOnboarding(applicant, row.id, { website: 'https://b.example' }, { version: row.version }),
    ).rejects.toMatchObject({
      code: 'stale',
      detail: { meanwhile: [{ event: 'save', fields: ['website'] }] },
    });
    expect((await getApplicantView(applicant)).draft).toEqual({ website: 'https://a.example' });
  });

  it('is nobody else’s', async () => {
    const { row } = await openApplication();
    const stranger = await createApplicant();
    await expect(saveOnboarding(stranger, row.id, {})).rejects.toMatchObject({ code: 'notFound' });
    const seen = await withActor(stranger, ({ tx }) => tx.select().from(drafts));
    expect(seen).toEqual([]);
  });
});

describe('submitting', () => {
  it('is refused with every wrong field at once, the tick included, and keeps nothing half', async () => {
    const { applicant, row } = await openApplication();
    const files = { logoFileId: 'fl_x', licenceFileId: 'fl_x' };
    const error = await submitOnboarding(applicant, row.id, {
      ...FORM,
      ...files,
      yearsInBusiness: '0-1',
      registeredCapital: '49',
      introduction: `${FORM.introduction} https://x.example`,
    }).catch((thrown: unknown) => thrown);
    expect(Object.keys(fieldsOf(error)).sort()).toEqual([
      'agreed',
      'introduction',
      'registeredCapital',
      'yearsInBusiness',
    ]);
    expect(await stateOf(row.id)).toBe('editing');
  });

  it('takes only files that the applicant uploaded for that field', async () => {
    const { applicant, row } = await openApplication();
    const stranger = await createApplicant();
    const form = await completeForm(applicant);
    const attempt = async (changes: object) =>
      fieldsOf(
        await submitOnboarding(applicant, row.id, { ...form, ...changes }).catch((e: unknown) => e),
      );
    expect(
      await attempt({ logoFileId: await uploadPicture(stranger, 'companyLogo') }),
    ).toMatchObject({ logoFileId: { key: 'file.error.missing' } });
    expect(await attempt({ licenceFileId: form.logoFileId })).toMatchObject({
      licenceFileId: { key: 'file.error.otherPurpose' },
    });
    expect(await attempt({ logoFileId: 'fl_invented' })).toMatchObject({
      logoFileId: { key: 'file.error.missing' },
    });
    expect(await stateOf(row.id)).toBe('editing');
  });

  it('is refused when the agreement that was ticked is no longer in force', async () => {
    const { applicant, row } = await openApplication();
    const form = await completeForm(applicant, { agreementId: 'ag_old' });
    const error = await submitOnboarding(applicant, row.id, form).catch((e: unknown) => e);
    expect(fieldsOf(error)).toEqual({
      agreed: { key: 'onboarding.error.submit.agreementChanged' },
    });
  });

  it('records what was agreed to: version, hash, time and address', async () => {
    const { row, applicant } = await submittedApplication();
    expect(row).toMatchObject({
      state: 'pendingReview',
      round: 1,
      submission: { registeredCapital: 1000, serviceEmail: 'service@lanhai.example' },
      agreement: { accountId: applicant.accountId, ip: '203.0.113.7' },
    });
    expect(row.agreement?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await listSignatures(applicant)).rows).toEqual([]);
  });

  it('takes the company name from the real-name data, whatever the form says', async () => {
    const { applicant, row } = await openApplication();
    await database()
      .update(accounts)
      .set({ realName: '青岛蓝海软件股份有限公司' })
      .where(eq(accounts.id, applicant.accountId));
    const form = await completeForm(applicant, { companyName: '别家公司' });
    const submitted = await submitOnboarding(applicant, row.id, form);
    expect(submitted.companyName).toBe('青岛蓝海软件股份有限公司');
  });

  it('is due for review in three working days, and reminds the reviewers then', async () => {
    const { row, id } = await submittedApplication();
    const days = Math.round((Number(row.dueAt) - Number(row.submittedAt)) / 86_400_000);
    expect(days).toBeGreaterThanOrEqual(3);
    expect(days).toBeLessThanOrEqual(5);
    const [item] = await database().select().from(reviewItems).where(eq(reviewItems.subjectId, id));
    expect(item).toMatchObject({
      status: 'open',
      title: row.companyName,
      permission: 'onboarding.decide',
    });
    await database()
      .update(deadlines)
      .set({ dueAt: new Date(Date.now() - 1000) })
      .where(eq(deadlines.subjectId, id));
    await fireDueDeadlines([onboardingWorkflow]);
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(notices.map((notice) => `${notice.event}.${notice.audience}`)).toContain(
      'remind.reviewers',
    );
    expect(await stateOf(id)).toBe('pendingReview');
  });

  it('cannot be done twice, or by a stranger', async () => {
    const { applicant, id } = await submittedApplication();
    const form = await completeForm(applicant);
    await expect(submitOnboarding(applicant, id, form)).rejects.toMatchObject({
      code: 'wrongState',
    });
    await expect(submitOnboarding(await createApplicant(), id, form)).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
