import { type Actor, accountOf } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { newId } from '@/lib/ids';
import type { ExportList } from './define';

/**
 * Leaves a record that this person took a list out of the house, with its filters, before the first row leaves.
 * @throws DomainError forbidden
 */
export function recordExport(
  actor: Actor,
  list: { name: string; spec: ExportList },
  details: { format: string; filters: Record<string, string> },
): Promise<string> {
  const accountId = accountOf(actor) ?? null;
  return change(
    actor,
    { noun: 'export', action: 'export', permission: list.spec.permission },
    async ({ now, record }) => {
      const id = newId('export', now);
      record({ data: { list: list.name, ...details } });
      return {
        subjectId: id,
        stream: `account:${accountId}`,
        tenant: { accountId, merchantId: actor.kind === 'member' ? actor.merchantId : null },
        value: id,
      };
    },
  );
}
