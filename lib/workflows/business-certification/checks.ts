import type { CertificationData } from '@/db/schema/business-certification';

export interface Check {
  id: string;
  /** Field of the form that it judges. */
  field: string;
  outcome: 'passed' | 'failed';
}

const withoutMarks = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s()（）]/g, '')
    .toUpperCase();

/**
 * What a machine can say about a certification. All passed lets it pass by itself (onboarding.md 5); a changed bank
 * account never does, because money would follow it.
 */
export function checkCertification(
  submission: CertificationData,
  current: CertificationData | null,
): Check[] {
  const { bank } = submission;
  const verdicts: [string, string, boolean][] = [
    ['BC-1', 'taxId', submission.taxId === submission.creditCode],
    ['BC-2', 'bank.holder', withoutMarks(bank.holder) === withoutMarks(submission.companyName)],
    ['BC-3', 'bank.number', current === null || current.bank.accountId === bank.accountId],
  ];
  return verdicts.map(([id, field, passed]) => ({
    id,
    field,
    outcome: passed ? 'passed' : 'failed',
  }));
}

export const allChecksPass = (checks: readonly Check[]) =>
  checks.every(({ outcome }) => outcome === 'passed');
