import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { files } from '@/db/schema';
import type { FileVariants } from '@/db/schema/file';
import { storage } from '@/lib/storage/current';
import type { Spooled } from './spool';
import type { Variant } from './variants';

/** Where an original is kept. */
export const originalKey = (sha256: string) => `originals/${sha256.slice(0, 2)}/${sha256}`;
const variantKey = (sha256: string, { name, width, height }: Variant) =>
  `variants/${sha256.slice(0, 2)}/${sha256}-${name}-${width}x${height}.webp`;

/** The content that a key of the store names, where it is one of ours. */
export const hashOfKey = (key: string): string | undefined =>
  /^(?:originals|variants)\/[0-9a-f]{2}\/([0-9a-f]{64})(?:-[^/]+)?$/.exec(key)?.[1];

/** Content as it was spooled, with the pictures made of it. */
export interface Content {
  original: Spooled;
  variants: readonly Variant[];
}

/** Keeps the bytes of a file and of its variants. Keys name the content, so the same content is kept once. */
export async function keepContent({ original, variants }: Content): Promise<FileVariants> {
  const store = await storage();
  const kept: FileVariants = {};
  const key = originalKey(original.sha256);
  if (!(await store.stat(key)))
    await store.put(key, createReadStream(original.path), original.size);
  for (const variant of variants) {
    const at = variantKey(original.sha256, variant);
    const { name, content, width, height } = variant;
    if (!(await store.stat(at))) await store.put(at, Readable.from([content]), content.length);
    kept[name] = { key: at, size: content.length, width, height };
  }
  return kept;
}

/** From here to the end of the transaction nobody else decides what becomes of this content. */
export async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`file-content:${sha256}`}, 0))`,
  );
}

/**
 * Removes what a file kept in the store, except for what another file of the same content still shows. Call under
 * `lockContent`, with sight of every tenant's files.
 */
export async function dropContent(
  tx: Tx,
  file: { id: string; sha256: string; variants: FileVariants },
): Promise<void> {
  const others = await tx
    .select({ variants: files.variants })
    .from(files)
    .where(and(eq(files.sha256, file.sha256), ne(files.id, file.id), ne(files.state, 'expired')));
  const keys = keysOf(file.variants);
  if (others.length === 0) keys.push(originalKey(file.sha256));
  const store = await storage();
  const needed = new Set(others.flatMap(({ variants }) => keysOf(variants)));
  for (const key of keys) if (!needed.has(key)) await store.remove(key);
}

const keysOf = (variants: FileVariants) => Object.values(variants).map(({ key }) => key as string);
