import { inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { files } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { storage } from '@/lib/storage/current';
import { isUnfinished, type StoredKey } from '@/lib/storage/port';
import { hashOfKey, lockContent } from './content';

/** Longer than any upload takes from its first byte to its row. */
const STALE_MS = 24 * 3600 * 1000;
const BATCH = 500;
const HOUSE = system('bytes without a file');

/**
 * Removes bytes that no file names: an upload that was killed between keeping them and writing its row leaves some.
 * Walks the whole store with little memory. Keys that are not of files are left alone, since a bucket may be shared.
 * @returns how many keys were removed
 */
export async function sweepOrphans(now = Date.now()): Promise<number> {
  const store = await storage();
  let removed = 0;
  let batch: { key: string; sha256: string }[] = [];
  const flush = async () => {
    removed += await removeUnnamed(batch);
    batch = [];
  };
  const stale = ({ at }: StoredKey) => now - at.getTime() > STALE_MS;
  for await (const stored of store.list()) {
    if (!stale(stored)) continue;
    const { key } = stored;
    const sha256 = hashOfKey(key);
    if (sha256) batch.push({ key, sha256 });
    else if (isUnfinished(key)) {
      await store.remove(key);
      removed += 1;
    }
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return removed;
}

async function removeUnnamed(batch: readonly { key: string; sha256: string }[]): Promise<number> {
  const hashes = [...new Set(batch.map(({ sha256 }) => sha256))];
  const named = await withActor(HOUSE, ({ tx }) => namedOf(tx, hashes));
  let removed = 0;
  for (const { key, sha256 } of batch) {
    if (named.has(sha256)) continue;
    removed += await withActor(HOUSE, async ({ tx }) => {
      // Who keeps the same content at this moment holds this lock until its row is there, and looks for the bytes again.
      await lockContent(tx, sha256);
      if ((await namedOf(tx, [sha256])).size > 0) return 0;
      await (await storage()).remove(key);
      return 1;
    });
  }
  return removed;
}

/** Those of the hashes that a file has; its bytes are its own to remove, whatever its state. */
async function namedOf(tx: Tx, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx
    .select({ sha256: files.sha256 })
    .from(files)
    .where(inArray(files.sha256, [...hashes]));
  return new Set(rows.map(({ sha256 }) => sha256));
}
