import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { bankAccounts, drafts, evidence } from '@/db/schema';
import type { DomainError } from '@/lib/errors';
import { createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  leaveCompanyPage,
  openCertification,
  passCertification,
  rejectCertification,
  resubmitCertification,
  saveCertification,
  submitCertification,
} from './commands';
import { getOwnCertification } from './queries';
import { revealBankNumber } from './reveal';
import {
  certificationInput,
  certifiedAt,
  NUMBER,
  REASON,
  submitted,
  uncertifiedMerchant,
} from './testing';

const database = () => getDatabase();

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
