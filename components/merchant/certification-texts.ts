import type { CertificationData } from '@/db/schema/business-certification';

/** Tax and bank data field by field, in words; keys are the form's paths. */
export function certificationTexts(
  data: CertificationData,
  t: (key: string) => string,
): { key: string; label: string; text: string }[] {
  const { bank, financeContact } = data;
  const texts: Record<string, string> = {
    companyName: data.companyName,
    creditCode: data.creditCode,
    registeredAddress: data.registeredAddress,
    companyPhone: data.companyPhone,
    taxpayerKind: t(`taxpayer.${data.taxpayerKind}`),
    taxId: data.taxId,
    taxRate: `${data.taxRate}%`,
    financeContact: [financeContact.name, financeContact.mobile, financeContact.email].join('\n'),
    'bank.holder': bank.holder,
    'bank.bankName': bank.bankName,
    'bank.branch': bank.branch,
    'bank.branchCode': bank.branchCode ?? '',
    'bank.number': `•••• ${bank.masked}`,
  };
  return Object.entries(texts).map(([key, text]) => ({ key, label: t(`field.${key}`), text }));
}
