import type { Demands, DocumentKind } from '@/db/schema/supervision';
import type { Actor } from '@/lib/auth/actor';
import { type UploadRule, uploadRule } from '@/lib/files/queries';
import { PURPOSE_OF } from './purposes';

export type UploadRules = Partial<Record<DocumentKind, UploadRule>>;

/** What may be uploaded for each kind of document that a record asks for, as the settings stand now. */
export async function uploadRulesOf(
  actor: Actor,
  demands: Demands['delivery'],
): Promise<UploadRules> {
  const rules = await Promise.all(
    demands.map(async ({ kind }) => [kind, await uploadRule(actor, PURPOSE_OF[kind])] as const),
  );
  return Object.fromEntries(rules);
}
