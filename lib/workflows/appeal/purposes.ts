import type { AppealDocumentKind } from '@/db/schema/appeal';
import type { Purpose } from '@/lib/files/purposes';

/** What each kind of document is uploaded as; decides the types and sizes that are taken. */
export const APPEAL_PURPOSE: Record<AppealDocumentKind, Purpose> = {
  deliveryProof: 'deliveryProof',
  commitmentLetter: 'commitmentLetter',
  evidence: 'appealEvidence',
};
