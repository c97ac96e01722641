import type { CertificationData } from '@/db/schema/business-certification';
import { certificationDraft } from './form';

/** What the form starts from: what was submitted last, else what is certified. The account number stays where it is. */
export function startOf(row: {
  submission: CertificationData | null;
  current: CertificationData | null;
}): Record<string, unknown> {
  const data = row.submission ?? row.current;
  if (!data) return {};
  return certificationDraft.parse({ ...data, taxRate: String(data.taxRate) });
}
