import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { fileGrants, files } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { invalid, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Purpose } from './purposes';
import type { RefusalCode, RefusalParams } from './refusal';
import { type FileSummary, summaryOf } from './summary';

/** Who besides the owner may read: the members of a merchant, a buyer, or everyone. */
export type FileGrant = { merchantId: string } | { buyerId: string } | 'public';

export interface Attachment {
  /** Ids as a form carried them; empty ones and repetitions are passed over. */
  ids: readonly string[];
  /** What the field takes: one purpose, or several where a document may come from more than one field. */
  purpose: Purpose | readonly Purpose[];
  actor: Actor;
  grants?: readonly FileGrant[];
  /** What uses the file, such as `product:pd_…`; with it, `detachFiles` can let go again. */
  user?: string;
  /** Dotted path of the form's field: complaints are then about that field. */
  field?: string;
  now?: Date;
}

type FileRow = typeof files.$inferSelect;

/**
 * Makes uploaded files part of what the caller writes, in the caller's transaction: each must be the actor's own (or
 * the merchant's that it acts for) and made for this purpose. Grants reading to others. Attaching again is allowed,
 * so that a draft's files can go on to the application and the product. Answers summaries in the order of `ids`.
 * @throws DomainError `invalid` for the field when one is named, else `refused`; keys `file.error.missing`,
 * `file.error.otherPurpose`
 */
export async function attachFiles(
  tx: Tx,
  { ids, purpose, actor, grants = [], user = 'kept', field, now = new Date() }: Attachment,
): Promise<FileSummary[]> {
  const wanted = [...new Set(ids.filter(Boolean))];
  if (wanted.length === 0) return [];
  const found = await tx
    .select()
    .from(files)
    .where(inArray(files.id, wanted))
    .orderBy(files.id)
    .for('update');
  const byId = new Map(found.map((row) => [row.id, row]));
  const purposes: readonly string[] = typeof purpose === 'string' ? [purpose] : purpose;
  const rows = wanted.map((id) => {
    const row = byId.get(id);
    if (!row || row.state === 'expired' || !isOwner(row, actor))
      throw complaint('missing', {}, field);
    if (!purposes.includes(row.purpose)) throw complaint('otherPurpose', { name: row.name }, field);
    return row;
  });
  await tx
    .update(files)
    .set({
      state: 'attached',
      users: sql`case when ${user} = any(users) then users else array_append(users, ${user}) end`,
      updatedAt: now,
    })
    .where(inArray(files.id, wanted));
  await grantFiles(tx, rows, grants, now);
  return rows.map(summaryOf);
}

/** Lets more readers in; a grant that is there already stays as it is. */
async function grantFiles(
  tx: Tx,
  rows: readonly FileRow[],
  grants: readonly FileGrant[],
  now: Date,
): Promise<void> {
  const values = rows.flatMap((row) =>
    grants.map((grant) => ({
      id: newId('fileGrant', now),
      fileId: row.id,
      ownerAccountId: row.accountId,
      ownerMerchantId: row.merchantId,
      merchantId: typeof grant === 'object' && 'merchantId' in grant ? grant.merchantId : null,
      buyerId: typeof grant === 'object' && 'buyerId' in grant ? grant.buyerId : null,
      everyone: grant === 'public',
      createdAt: now,
    })),
  );
  if (values.length > 0) await tx.insert(fileGrants).values(values).onConflictDoNothing();
}

/** Takes what everybody could read back to its owner and those who were let in by name. */
export async function unpublishFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(fileGrants)
    .where(and(inArray(fileGrants.fileId, [...ids]), eq(fileGrants.everyone, true)));
}

/**
 * Lets go of files that `user` was using: a file that nobody uses any more loses its readers and is removed after the
 * days that the settings give.
 */
export async function detachFiles(
  tx: Tx,
  { ids, user, now = new Date() }: { ids: readonly string[]; user: string; now?: Date },
): Promise<void> {
  const wanted = [...new Set(ids.filter(Boolean))];
  if (wanted.length === 0) return;
  const left = await tx
    .update(files)
    .set({
      users: sql`array_remove(users, ${user})`,
      state: sql`case when array_remove(users, ${user}) = '{}' then 'uploaded' else state end`,
      updatedAt: now,
    })
    .where(and(inArray(files.id, wanted), eq(files.state, 'attached')))
    .returning({ id: files.id, state: files.state });
  const unused = left.filter(({ state }) => state === 'uploaded').map(({ id }) => id);
  if (unused.length > 0) await tx.delete(fileGrants).where(inArray(fileGrants.fileId, unused));
}

/** The house acts for everybody; people for themselves and for the merchant whose hat they wear. */
function isOwner(row: FileRow, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  if (row.accountId !== null) return row.accountId === accountOf(actor);
  return actor.kind === 'member' && row.merchantId === actor.merchantId;
}

function complaint(code: RefusalCode, params: RefusalParams, field: string | undefined) {
  const key = `file.error.${code}`;
  return field ? invalid({ [field]: { key, params } }) : refused(key, params);
}
