import { appealDocuments } from '@/db/schema';
import {
  APPEAL_DOCUMENT_KINDS,
  type AppealDocumentKind,
  type AppealSide,
} from '@/db/schema/appeal';
import type { EvidenceFile } from '@/db/schema/evidence';
import type { EffectContext } from '@/lib/engine/bind';
import { attachFiles } from '@/lib/files/attach';
import { newId } from '@/lib/ids';
import type { AppealGround } from '@/lib/settings/registry/appeal';
import type { AppealFacts, AppealRow } from './machine';
import { APPEAL_PURPOSE } from './purposes';

export interface AppealDemand {
  kind: AppealDocumentKind;
  min: number;
  max: number;
}

/** What a side may hand in, and what it must for a ground: the customer brings any evidence it has (section 7). */
export function demandsOf(
  side: AppealSide,
  perKind: number,
  ground?: Pick<AppealGround, 'deliveryProof' | 'commitmentLetter'>,
): AppealDemand[] {
  const least = { deliveryProof: 0, commitmentLetter: 0, ...ground, evidence: 0 };
  return APPEAL_DOCUMENT_KINDS.filter((kind) => side === 'merchant' || kind === 'evidence').map(
    (kind) => ({ kind, min: least[kind], max: Math.max(perKind, least[kind]) }),
  );
}

export interface HandingIn {
  side: AppealSide;
  requestId: string | null;
  documents: Partial<Record<AppealDocumentKind, string[]>>;
  parties: { merchantId: string; buyerId: string };
}

/** Keeps handed-in files, readable by both sides; answers them for the evidence. */
export async function keepDocuments(
  { tx, now, actor, row }: EffectContext<AppealRow, unknown, AppealFacts>,
  { side, requestId, documents, parties }: HandingIn,
): Promise<EvidenceFile[]> {
  const kept: EvidenceFile[] = [];
  const grants = [{ merchantId: parties.merchantId }, { buyerId: parties.buyerId }];
  for (const kind of APPEAL_DOCUMENT_KINDS) {
    const files = await attachFiles(tx, {
      ids: documents[kind] ?? [],
      purpose: APPEAL_PURPOSE[kind],
      actor,
      grants,
      user: `appeal:${row.id}`,
      field: `documents.${kind}`,
      now,
    });
    for (const [position, file] of files.entries()) {
      kept.push({ id: file.id, name: file.name, sha256: file.sha256 });
      await tx.insert(appealDocuments).values({
        id: newId('appealDocument', now),
        appealId: row.id,
        requestId,
        side,
        kind,
        position,
        fileId: file.id,
        name: file.name,
        type: file.type,
        size: file.size,
        sha256: file.sha256,
        ...parties,
      });
    }
  }
  return kept;
}
