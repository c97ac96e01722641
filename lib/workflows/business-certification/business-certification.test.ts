import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { bankAccounts, deadlines, drafts, evidence, merchants, outbox } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import type { DomainError } from '@/lib/errors';
import { expandNotice } from '@/lib/notify/expand';
import { createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  businessCertificationWorkflow,
  leaveCompanyPage,
  openCertification,
  passCertification,
  rejectCertification,
  resubmitCertification,
  saveCertification,
  submitCertification,
  unlockCertification,
  updateCertification,
} from './commands';
import { getCertification, getOwnCertification } from './queries';
import { revealBankNumber } from './reveal';
import { certificationInput, uncertifiedMerchant } from './testing';

const database = () => getDatabase();
const certifiedAt = async (id: string) =>
  (await database().select().from(merchants).where(eq(merchants.id, id)))[0]?.certifiedAt;
const REASON = { reasons: [{ field: 'bank.number', text: '账号与户名不符' }] };
const NUMBER = '5719000012345678';

/** The machine checks pass when the taxpayer number is the merchant's credit code. */
async function submitted(changes: object = {}) {
  const made = await uncertifiedMerchant();
  const row = await submitCertification(made.owner, made.id, certificationInput(changes));
  return { ...made, row, finance: await createOperator('finance') };
}

const dueNow = (id: string) =>
  database()
    .update(deadlines)
    .set({ dueAt: new Date(Date.now() - 1000) })
    .where(eq(deadlines.subjectId, id));

describe('business certification', () => {
  it('needs the signed cooperation agreement', async () => {
    const { owner } = await createMerchant({ certifiedAt: null });
    await expect(openCertification(owner)).rejects.toMatchObject({
      detail: { key: 'businessCertification.error.open.agreementUnsigned' },
    });
  });

  it('once passed lets the merchant publish', async () => {
    const { merchantId, id, finance, row } = await submitted();
    expect(row.state).toBe('certifying');
    expect(await certifiedAt(merchantId)).toBeNull();
    const passed = await passCertification(finance, id, {});
    expect(passed).toMatchObject({ state: 'certified', failures: 0 });
    expect(passed.current).toEqual(passed.submission);
    expect(await certifiedAt(merchantId)).toBeInstanceOf(Date);
  });

  it('is refused field by field', async () => {
    const { owner, id } = await uncertifiedMerchant();
    const error = await submitCertification(owner, id, {
      taxpayerKind: 'general',
      taxRate: '3',
      taxId: 'x',
      companyPhone: '1',
      financeContact: { name: '', mobile: '1', email: 'x' },
      bank: { holder: '', bankName: '', branch: '', branchCode: '12', number: 'abc' },
    }).catch((thrown: unknown) => thrown);
    expect(Object.keys((error as DomainError).detail.fields ?? {}).sort()).toEqual([
      'bank.bankName',
      'bank.branch',
      'bank.branchCode',
      'bank.holder',
      'bank.number',
      'companyPhone',
      'financeContact.email',
      'financeContact.mobile',
      'financeContact.name',
      'registeredAddress',
      'taxId',
    ]);
    await expect(
      submitCertification(owner, id, certificationInput({ taxRate: '3' })),
    ).rejects.toMatchObject({
      detail: { fields: { taxRate: { key: 'businessCertification.error.form.taxRate' } } },
    });
    await expect(
      submitCertification(owner, id, certificationInput({ taxRate: '' })),
    ).rejects.toMatchObject({ detail: { fields: { taxRate: {} } } });
  });

  it('keeps the account number out of evidence, notices and the submission', async () => {
    const { merchantId, id, owner, row, finance } = await submitted();
    expect(row.submission?.bank).toMatchObject({ masked: '5678', holder: '云途数据科技有限公司' });
    const trail = await database()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `merchant:${merchantId}`));
    expect(trail.length).toBeGreaterThan(1);
    expect(JSON.stringify([trail, row])).not.toContain(NUMBER.slice(0, 12));
    expect(await database().select().from(drafts).where(eq(drafts.subjectId, id))).toEqual([]);
    const accountId = row.submission?.bank.accountId ?? '';
    expect(await revealBankNumber(owner, { accountId })).toBe(NUMBER);
    expect(await revealBankNumber(finance, { accountId })).toBe(NUMBER);
    const looks = await database()
      .select()
      .from(evidence)
      .where(eq(evidence.event, 'revealNumber'));
    expect(looks.map((look) => look.actor.accountId)).toEqual(
      expect.arrayContaining([owner.accountId, finance.accountId]),
    );
    expect(JSON.stringify(looks)).not.toContain(NUMBER);
    const { owner: stranger } = await createMerchant();
    await expect(revealBankNumber(stranger, { accountId })).rejects.toMatchObject({
      code: 'notFound',
    });
    for (const actor of [limitedMember(owner, []), await createOperator('reviewer')])
      await expect(revealBankNumber(actor, { accountId })).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('keeps the number on file when the form leaves it empty', async () => {
    const { owner, id, finance } = await submitted();
    await rejectCertification(finance, id, REASON);
    const { bank } = certificationInput();
    const again = await resubmitCertification(
      owner,
      id,
      certificationInput({ bank: { ...bank, number: '', branch: '杭州滨江支行' } }),
    );
    expect(again.submission?.bank).toMatchObject({ masked: '5678', branch: '杭州滨江支行' });
    expect(
      await database()
        .select()
        .from(bankAccounts)
        .where(eq(bankAccounts.merchantId, again.merchantId)),
    ).toHaveLength(1);
  });

  it('keeps the unfinished form', async () => {
    const { owner, id } = await uncertifiedMerchant();
    await saveCertification(owner, id, { registeredAddress: '写了一半' });
    expect((await getOwnCertification(owner)).form).toEqual({ registeredAddress: '写了一半' });
  });
});

describe('the two pages of the form', () => {
  const { bank, ...company } = certificationInput();

  it('are filled in one after the other; the first is judged and kept when it is left', async () => {
    const { owner, id } = await uncertifiedMerchant();
    const { certification } = await getOwnCertification(owner);
    const seen = { version: certification?.version };
    await expect(
      leaveCompanyPage(owner, id, { ...company, taxRate: '3' }, seen),
    ).rejects.toMatchObject({ detail: { fields: { taxRate: {} } } });
    // The same page may be sent again: being refused has not made it stale.
    await leaveCompanyPage(owner, id, company, seen);
    expect((await getOwnCertification(owner)).form).toMatchObject({ taxRate: company.taxRate });
    await saveCertification(owner, id, { bank: { holder: '写了一半' } });
    const row = await submitCertification(owner, id, { bank });
    expect(row).toMatchObject({ state: 'certifying', submission: { taxId: company.taxId } });
    await expect(leaveCompanyPage(owner, id, company)).rejects.toMatchObject({
      code: 'wrongState',
    });
  });

  it('start from what was refused or certified, without the account number', async () => {
    const { owner, id, finance } = await submitted();
    await rejectCertification(finance, id, REASON);
    const { form } = await getOwnCertification(owner);
    expect(form).toMatchObject({
      taxpayerKind: 'general',
      taxRate: '6',
      bank: { branch: bank.branch },
    });
    expect(JSON.stringify(form)).not.toContain('5678');
  });
});

describe('passing by itself', () => {
  it('happens after some hours when every machine check is right', async () => {
    const made = await uncertifiedMerchant();
    // `createMerchant` gives the merchant its id as credit code.
    const code = 'A'.repeat(18);
    await database()
      .update(merchants)
      .set({ creditCode: code })
      .where(eq(merchants.id, made.merchantId));
    const row = await submitCertification(made.owner, made.id, certificationInput({ taxId: code }));
    expect(row.automatic).toBe(true);
    expect(Math.round((Number(row.dueAt) - Number(row.submittedAt)) / 3_600_000)).toBe(2);
    await dueNow(made.id);
    await fireDueDeadlines([businessCertificationWorkflow]);
    expect((await getOwnCertification(made.owner)).certification?.state).toBe('certified');
    expect(await certifiedAt(made.merchantId)).toBeInstanceOf(Date);
  });

  it('does not happen when a check failed: finance is reminded', async () => {
    const { id, owner, row } = await submitted();
    expect(row.automatic).toBe(false);
    await dueNow(id);
    await fireDueDeadlines([businessCertificationWorkflow]);
    expect((await getOwnCertification(owner)).certification?.state).toBe('certifying');
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(notices.map(({ event }) => event)).toContain('remind');
    await expect(passCertification(system('test'), id, {})).rejects.toMatchObject({
      detail: { key: 'businessCertification.error.pass.notAutomatic' },
    });
  });

  it('does not happen for a changed bank account, because money would follow it', async () => {
    const made = await uncertifiedMerchant();
    const code = 'B'.repeat(18);
    await database()
      .update(merchants)
      .set({ creditCode: code })
      .where(eq(merchants.id, made.merchantId));
    await submitCertification(made.owner, made.id, certificationInput({ taxId: code }));
    await passCertification(await createOperator('finance'), made.id, {});
    const { bank } = certificationInput();
    const same = await updateCertification(
      made.owner,
      made.id,
      certificationInput({ taxId: code, bank: { ...bank, number: '' } }),
    );
    expect(same.automatic).toBe(true);
    await rejectCertification(await createOperator('finance'), made.id, REASON);
    const other = await resubmitCertification(
      made.owner,
      made.id,
      certificationInput({ taxId: code, bank: { ...bank, number: '6222000011112222' } }),
    );
    expect(other.automatic).toBe(false);
  });
});

describe('refusals', () => {
  it('lock the certification at the third, until an operator unlocks it with ticket and note', async () => {
    const { owner, id, finance } = await submitted();
    for (let round = 1; round <= 2; round += 1) {
      expect(await rejectCertification(finance, id, REASON)).toMatchObject({
        state: 'rejected',
        failures: round,
      });
      await resubmitCertification(owner, id, certificationInput());
    }
    const locked = await rejectCertification(finance, id, REASON);
    expect(locked.state).toBe('locked');
    await expect(resubmitCertification(owner, id, certificationInput())).rejects.toMatchObject({
      code: 'wrongState',
    });
    for (const actor of [owner, await createOperator('reviewer')])
      await expect(
        unlockCertification(actor, id, { ticket: 'T-1', note: 'x' }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(unlockCertification(finance, id, { ticket: '', note: '' })).rejects.toMatchObject({
      detail: { fields: { ticket: {}, note: {} } },
    });
    const open = await unlockCertification(finance, id, {
      ticket: 'T-1024',
      note: '已核对开户许可',
    });
    expect(open).toMatchObject({ state: 'rejected', failures: 0, unlocked: { ticket: 'T-1024' } });
    expect((await resubmitCertification(owner, id, certificationInput())).state).toBe('certifying');
  });

  it('of a new certification leave the earlier record in force', async () => {
    const { owner, id, merchantId, finance } = await submitted();
    const first = await passCertification(finance, id, {});
    const updated = await updateCertification(
      owner,
      id,
      certificationInput({ taxpayerKind: 'smallScale', taxRate: '3' }),
    );
    expect(updated.current).toEqual(first.current);
    const refusedRow = await rejectCertification(finance, id, { note: '缺少证明' });
    expect(refusedRow.current).toEqual(first.current);
    expect(await certifiedAt(merchantId)).toBeInstanceOf(Date);
    await resubmitCertification(
      owner,
      id,
      certificationInput({ taxpayerKind: 'smallScale', taxRate: '3' }),
    );
    expect((await passCertification(finance, id, {})).current?.taxRate).toBe(3);
  });

  it('are told by mail and SMS to the finance contact and the customer-service mailbox', async () => {
    const { id, finance, owner } = await submitted();
    await rejectCertification(finance, id, REASON);
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    const told: string[] = [];
    let mail = '';
    for (const notice of notices.filter(({ event }) => event === 'reject')) {
      await expandNotice(notice.id);
      const rows = await database().query.messages.findMany({
        where: (table, { eq: same }) => same(table.outboxId, notice.id),
      });
      told.push(...rows.map((row) => `${row.channel} ${row.address}`));
      mail = rows.find((row) => row.channel === 'mail')?.body ?? mail;
    }
    expect(told.sort()).toEqual([
      'mail finance@yunfan.example',
      'mail service@example.test',
      `site ${owner.accountId}`,
      'sms 13800020009',
    ]);
    expect(mail).toContain('银行账号：账号与户名不符');
  });
});

describe('who may', () => {
  it('certify is the merchant’s own member, decide is finance, and a stranger sees nothing', async () => {
    const { owner, id, finance } = await submitted();
    const { owner: stranger } = await createMerchant();
    await expect(getCertification(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(passCertification(stranger, id, {})).rejects.toMatchObject({ code: 'notFound' });
    for (const actor of [owner, await createOperator('reviewer', 'admin', 'arbiter')])
      await expect(passCertification(actor, id, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      openCertification(limitedMember(owner, ['businessCertification.read'])),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      unlockCertification(finance, id, { ticket: 'T', note: 'n' }),
    ).rejects.toMatchObject({
      code: 'wrongState',
    });
    const results = await Promise.allSettled([
      passCertification(finance, id, {}),
      rejectCertification(await createOperator('finance'), id, REASON),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('start it once, of two clicks at once', async () => {
    const { owner } = await uncertifiedMerchant();
    await expect(openCertification(owner)).rejects.toMatchObject({
      detail: { key: 'businessCertification.error.open.alreadyOpen' },
    });
  });
});
