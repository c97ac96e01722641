import { refundDocuments } from '@/db/schema';
import type { EvidenceFile } from '@/db/schema/evidence';
import type { EffectContext } from '@/lib/engine/bind';
import { attachFiles } from '@/lib/files/attach';
import { newId } from '@/lib/ids';
import type { RefundDocumentRow } from '@/lib/settings/registry/refund';
import type { RefundFacts, RefundRow } from './machine';

export type RefundDocumentKind = RefundDocumentRow['kind'];

/** Files of one kind that a decision asks for: `min` at least, 0 means optional. */
export interface RefundDemand {
  kind: RefundDocumentKind;
  min: number;
  max: number;
}

/** What the merchant hands in with a decision, from the table of the settings (orders-and-refunds.md 7.4). */
export function demandsFor(
  rows: readonly RefundDocumentRow[],
  {
    decision,
    partial,
    most,
  }: { decision: RefundDocumentRow['decision']; partial: boolean; most: number },
): RefundDemand[] {
  return rows
    .filter((row) => row.decision === decision && (partial || !row.partial))
    .map(({ kind, min }) => ({ kind, min, max: Math.max(most, min) }));
}

/** Keeps the files of a decision, readable by both sides and by nobody else; answers them for the evidence. */
export async function keepDocuments(
  {
    tx,
    now,
    actor,
    row,
  }: Pick<EffectContext<RefundRow, unknown, RefundFacts>, 'tx' | 'now' | 'actor' | 'row'>,
  documents: Partial<Record<RefundDocumentKind, string[]>>,
): Promise<EvidenceFile[]> {
  const kept: EvidenceFile[] = [];
  for (const [kind, ids] of Object.entries(documents) as [RefundDocumentKind, string[]][]) {
    const files = await attachFiles(tx, {
      ids,
      purpose: 'refundProof',
      actor,
      grants: [{ merchantId: row.merchantId }, { buyerId: row.buyerId }],
      user: `refund:${row.id}`,
      field: `documents.${kind}`,
      now,
    });
    for (const [position, file] of files.entries()) {
      kept.push({ id: file.id, name: file.name, sha256: file.sha256 });
      await tx.insert(refundDocuments).values({
        id: newId('refundDocument', now),
        refundId: row.id,
        kind,
        position,
        fileId: file.id,
        name: file.name,
        type: file.type,
        size: file.size,
        sha256: file.sha256,
        merchantId: row.merchantId,
        buyerId: row.buyerId,
      });
    }
  }
  return kept;
}
