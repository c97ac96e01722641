import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Tx } from '@/db/client';
import { files } from '@/db/schema';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/current';
import { lockContent, originalKey } from './content';
import { KINDS, type Kind } from './kinds';
import type { Purpose } from './purposes';

export interface MadeFile {
  content: Buffer;
  name: string;
  kind: Kind;
  purpose: Purpose;
  /** Whose file it is. */
  accountId: string;
  /** What uses it, such as `letter:lt_…`. */
  user: string;
}

/** Keeps the bytes of a file that the house made; before the transaction, since a store may be slow. */
export async function storeMade(content: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const store = await storage();
  const key = originalKey(sha256);
  if (!(await store.stat(key))) await store.put(key, Readable.from([content]), content.length);
  return sha256;
}

/** Writes the row of a stored file; the account may read it at once. */
export async function keepMade(
  tx: Tx,
  { content, name, kind, purpose, accountId, user }: MadeFile,
  now: Date,
): Promise<{ id: string; name: string; sha256: string }> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await lockContent(tx, sha256);
  // Again under the lock, in case a sweep came between.
  await storeMade(content);
  const id = newId('file', now);
  await tx.insert(files).values({
    id,
    state: 'attached',
    sha256,
    size: content.length,
    name,
    kind,
    mediaType: KINDS[kind].mediaType,
    purpose,
    uploadedBy: accountId,
    accountId,
    scan: 'clean',
    users: [user],
    createdAt: now,
    updatedAt: now,
  });
  return { id, name, sha256 };
}
