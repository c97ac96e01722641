import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { deadlines, merchants } from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import { signCooperation } from '@/lib/records/agreement/commands';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { createMerchant, createOperator } from '@/lib/testing/actors';
import { openCertification, submitCertification } from './commands';

/** The form for a merchant named as `createMerchant` names it. */
export const certificationInput = (changes: object = {}) => ({
  registeredAddress: '杭州市文一西路 1 号',
  companyPhone: '0571-88880000',
  taxpayerKind: 'general',
  taxId: '91330106MA2GUD1H0Y',
  taxRate: '6',
  financeContact: { name: '苏婉', mobile: '13800020009', email: 'finance@yunfan.example' },
  bank: {
    holder: '云途数据科技有限公司',
    bankName: '招商银行',
    branch: '杭州分行营业部',
    branchCode: '308331012018',
    number: '5719 0000 1234 5678',
  },
  ...changes,
});

/** A merchant that signed the cooperation agreement and is not certified yet, its form open. */
export async function uncertifiedMerchant() {
  const made = await createMerchant({ certifiedAt: null });
  await seedAgreements();
  const current = await getCurrentAgreement(made.owner, 'cooperation');
  await signCooperation(made.owner, { agreementId: current?.id, agreed: 'on' });
  const { id } = await openCertification(made.owner);
  return { ...made, id };
}

/** When the merchant was last certified. */
export const certifiedAt = async (id: string) =>
  (await getDatabase().select().from(merchants).where(eq(merchants.id, id)))[0]?.certifiedAt;
/** A reason to reject with. */
export const REASON = { reasons: [{ field: 'bank.number', text: '账号与户名不符' }] };
/** The account number of `certificationInput`, without spaces. */
export const NUMBER = '5719000012345678';

/** The machine checks pass when the taxpayer number is the merchant's credit code. */
export async function submitted(changes: object = {}) {
  const made = await uncertifiedMerchant();
  const row = await submitCertification(made.owner, made.id, certificationInput(changes));
  return { ...made, row, finance: await createOperator('finance') };
}

/** Lets the deadlines of a certification fall due. */
export const dueNow = (id: string) =>
  getDatabase()
    .update(deadlines)
    .set({ dueAt: new Date(Date.now() - 1000) })
    .where(eq(deadlines.subjectId, id));
