import type { Readable } from 'node:stream';
import { inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { files } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { storage } from '@/lib/storage/current';
import type { StorageRange } from '@/lib/storage/port';
import { originalKey } from './content';
import { extensionsOf } from './kinds';
import { isPurpose, type Purpose, purposeSpec } from './purposes';
import { readRule } from './read-rule';
import type { VariantName } from './rule';
import { type FileSummary, summaryOf } from './summary';
import { VARIANT_TYPE } from './variants';

/** Summaries of files by id, as far as the transaction's actor may see them. */
export async function getFiles(
  tx: Tx,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, FileSummary>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.select().from(files).where(inArray(files.id, wanted));
  return new Map(
    rows.filter((row) => row.state !== 'expired').map((row) => [row.id, summaryOf(row)]),
  );
}

/** What a form may say and check before a file is sent; plain data. The server judges again. */
export interface UploadRule {
  purpose: Purpose;
  /** Lower case, without the dot. */
  extensions: string[];
  maxBytes: number;
  minWidth?: number;
  maxWidth?: number;
  minHeight?: number;
  ratio?: { width: number; height: number };
  advised?: { width: number; height: number };
}

/** The limits of a purpose as they stand now, for the field that takes such files. */
export function uploadRule(actor: Actor, purpose: Purpose): Promise<UploadRule> {
  return withActor(actor, async ({ tx, now }) => {
    const { kinds, maxBytes, image } = await readRule(settingReader(tx, now), purpose);
    const { minWidth, maxWidth, minHeight, ratio, advised } = image;
    const extensions = extensionsOf(kinds);
    return { purpose, extensions, maxBytes, minWidth, maxWidth, minHeight, ratio, advised };
  });
}

/** Bytes ready to be sent. */
export interface Download {
  name: string;
  size: number;
  type: string;
  /** Made by us from decoded pixels, so it may be shown in place. */
  safe: boolean;
  /** Names the bytes, not the file. */
  etag: string;
  open(range?: StorageRange): Promise<Readable>;
}

/**
 * The original or a variant of a file, when one of the reader's hats may read it; else nothing, as if it did not
 * exist. Row-level security decides.
 */
export async function findDownload(
  readers: readonly Actor[],
  id: string,
  variant?: VariantName,
): Promise<Download | undefined> {
  for (const reader of readers) {
    const row = await withActor(reader, async ({ tx }) => {
      const [found] = await tx
        .select()
        .from(files)
        .where(inArray(files.id, [id]));
      return found;
    });
    if (!row || row.state === 'expired') continue;
    if (!variant && !mayHaveOriginal(reader, row)) continue;
    if (!variant) {
      const key = originalKey(row.sha256);
      return {
        name: row.name,
        size: row.size,
        type: row.mediaType,
        safe: false,
        etag: `"${row.sha256}"`,
        open: async (range) => (await storage()).get(key, range),
      };
    }
    const picture = row.variants[variant];
    if (!picture) return undefined;
    return {
      name: `${row.name.replace(/\.[^.]*$/, '')}.webp`,
      size: picture.size,
      type: VARIANT_TYPE,
      safe: true,
      etag: `"${row.sha256}-${variant}-${picture.width}x${picture.height}"`,
      open: async (range) => (await storage()).get(picture.key, range),
    };
  }
  return undefined;
}

/** Who may read a file has its original too, but for purposes whose originals stay with their owner and operations. */
function mayHaveOriginal(reader: Actor, row: typeof files.$inferSelect): boolean {
  if (!isPurpose(row.purpose) || !purposeSpec(row.purpose).privateOriginal) return true;
  if (reader.kind === 'operator' || reader.kind === 'system') return true;
  return row.accountId !== null && row.accountId === accountOf(reader);
}

/** Summaries of files by id as far as a person may see them, for pages. */
export function readFiles(
  actor: Actor,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, FileSummary>> {
  return withActor(actor, ({ tx }) => getFiles(tx, ids));
}
