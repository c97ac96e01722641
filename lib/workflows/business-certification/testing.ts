import { seedAgreements } from '@/db/seed/agreement';
import { signCooperation } from '@/lib/records/agreement/commands';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { createMerchant } from '@/lib/testing/actors';
import { openCertification } from './commands';

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
