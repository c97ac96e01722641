import type { Tx } from '@/db/client';
import { agreementSignatures } from '@/db/schema';
import type { AgreementKind, BothLanguages } from '@/db/schema/agreement';
import type { Origin } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';

/** What is signed: a version of a house agreement, or the file that a merchant put to its product. */
export interface SignedDocument {
  /** The house's version; null for a product's own agreement. */
  agreementId: string | null;
  kind: AgreementKind;
  version: number;
  title: BothLanguages;
  /** Of the text, or of the file. */
  sha256: string;
  fileId?: string;
}

export interface Signing {
  document: SignedDocument;
  party: 'merchant' | 'buyer';
  accountId: string;
  /** The signing merchant; for a product's agreement the merchant on the other side. */
  merchantId?: string;
  /** What it was signed for, e.g. `{ noun: 'product', id }`. */
  subject: { noun: string; id: string };
  /** When the box was ticked. */
  at: Date;
  origin?: Origin;
}

/** The parts of an agreement row that a signature keeps. */
export function documentOf(agreement: {
  id: string;
  kind: AgreementKind;
  version: number;
  title: BothLanguages;
  sha256: string;
}): SignedDocument {
  const { id, kind, version, title, sha256 } = agreement;
  return { agreementId: id, kind, version, title, sha256 };
}

/**
 * Records a click-through signature in the caller's transaction (onboarding.md 4). Signing the same version of a house
 * agreement again changes nothing. Called by effects; the event that calls it is the evidence.
 */
export async function sign(tx: Tx, signing: Signing): Promise<void> {
  const { document } = signing;
  await tx
    .insert(agreementSignatures)
    .values({
      id: newId('signature', signing.at),
      agreementId: document.agreementId,
      kind: document.kind,
      version: document.version,
      title: document.title,
      sha256: document.sha256,
      fileId: document.fileId ?? null,
      party: signing.party,
      accountId: signing.accountId,
      merchantId: signing.merchantId ?? null,
      subjectNoun: signing.subject.noun,
      subjectId: signing.subject.id,
      at: signing.at,
      ip: signing.origin?.ip ?? null,
      userAgent: signing.origin?.userAgent?.slice(0, 300) ?? null,
    })
    .onConflictDoNothing();
}
