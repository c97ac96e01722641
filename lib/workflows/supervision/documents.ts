import type { Tx } from '@/db/client';
import { supervisionDocuments } from '@/db/schema';
import type { EvidenceFile } from '@/db/schema/evidence';
import type { DocumentKind } from '@/db/schema/supervision';
import { system } from '@/lib/auth/actor';
import type { EffectContext } from '@/lib/engine/bind';
import { attachFiles } from '@/lib/files/attach';
import { getFiles } from '@/lib/files/queries';
import { newId } from '@/lib/ids';
import type { SupervisionFacts, SupervisionRow } from './machine';
import { PURPOSE_OF } from './purposes';

/** Keeps the files of a round, readable by both sides and by nobody else; answers them for the evidence. */
export async function keepDocuments(
  { tx, now, actor, row }: EffectContext<SupervisionRow, unknown, SupervisionFacts>,
  roundId: string,
  documents: Partial<Record<string, string[]>>,
): Promise<EvidenceFile[]> {
  const kept: EvidenceFile[] = [];
  const grants = [{ merchantId: row.merchantId }, { buyerId: row.buyerId }];
  for (const [kind, ids] of Object.entries(documents) as [DocumentKind, string[]][]) {
    if (ids.length === 0) continue;
    const files = await attachFiles(tx, {
      ids,
      purpose: PURPOSE_OF[kind],
      actor,
      grants,
      user: `supervision:${row.id}`,
      field: `documents.${kind}`,
      now,
    });
    for (const [position, file] of files.entries()) {
      kept.push({ id: file.id, name: file.name, sha256: file.sha256 });
      await tx.insert(supervisionDocuments).values({
        id: newId('supervisionDocument', now),
        supervisionId: row.id,
        roundId,
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

/**
 * Lets the buyer read the product's templates for as long as the record stands, whatever becomes of the product.
 * Answers the ids that there are: a missing template must not hold up a paid order.
 */
export async function grantTemplates(
  tx: Tx,
  ids: readonly (string | null | undefined)[],
  { supervisionId, buyerId, now }: { supervisionId: string; buyerId: string; now: Date },
): Promise<Set<string>> {
  const there = [...(await getFiles(tx, ids)).keys()];
  await attachFiles(tx, {
    ids: there,
    purpose: ['requirementTemplate', 'deliveryTemplate'],
    actor: system('templates of a supervised order'),
    grants: [{ buyerId }],
    user: `supervision:${supervisionId}`,
    now,
  });
  return new Set(there);
}
