import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { drafts } from '@/db/schema';
import type { Tenant } from '@/lib/audit/append';
import { changedFields } from './changed-fields';

export interface DraftKey {
  noun: string;
  subjectId: string;
}

/**
 * Writes the unfinished form of an application in the caller's transaction and answers which top-level fields
 * changed. Called by effects of `save` events.
 */
export async function putDraft(
  tx: Tx,
  key: DraftKey,
  draft: { content: Record<string, unknown>; tenant: Tenant; savedBy: string; at: Date },
): Promise<string[]> {
  const before = await getDraft(tx, key);
  const values = {
    content: draft.content,
    accountId: draft.tenant.accountId ?? null,
    merchantId: draft.tenant.merchantId ?? null,
    savedBy: draft.savedBy,
    updatedAt: draft.at,
  };
  await tx
    .insert(drafts)
    .values({ ...key, ...values })
    .onConflictDoUpdate({ target: [drafts.noun, drafts.subjectId], set: values });
  return changedFields(before ?? {}, draft.content);
}

/** The saved form, as far as the transaction's actor may see it. */
export async function getDraft(
  tx: Tx,
  { noun, subjectId }: DraftKey,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await tx
    .select({ content: drafts.content })
    .from(drafts)
    .where(and(eq(drafts.noun, noun), eq(drafts.subjectId, subjectId)));
  return row?.content;
}

/** What was decided needs no unfinished form any more. */
export async function dropDraft(tx: Tx, { noun, subjectId }: DraftKey): Promise<void> {
  await tx.delete(drafts).where(and(eq(drafts.noun, noun), eq(drafts.subjectId, subjectId)));
}
