import { createHash } from 'node:crypto';
import type { AgreementKind, BothLanguages } from '@/db/schema/agreement';
import { canonicalJson } from '@/lib/audit/canonical';

export interface AgreementText {
  kind: AgreementKind;
  version: number;
  title: BothLanguages;
  body: BothLanguages;
}

/** SHA-256 of the text in both languages as canonical JSON, so that a signed text can be proved later. */
export function agreementHash({ kind, version, title, body }: AgreementText): string {
  return createHash('sha256').update(canonicalJson({ kind, version, title, body })).digest('hex');
}
