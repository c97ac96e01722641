import type { DocumentKind } from '@/db/schema/supervision';
import type { Purpose } from '@/lib/files/purposes';

/** What each kind of document is uploaded as; decides the types and sizes that are taken. */
export const PURPOSE_OF: Record<DocumentKind, Purpose> = {
  requirementAttachment: 'requirementAttachment',
  sow: 'deliveryProof',
  acceptanceDocument: 'deliveryProof',
  screenshot: 'deliveryScreenshot',
  validityScreenshot: 'deliveryScreenshot',
  resourceOrderScreenshot: 'deliveryScreenshot',
  otherProof: 'deliveryProof',
};
