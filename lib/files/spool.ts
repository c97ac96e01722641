import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';
import { judgeHead, tooLarge } from './inspect/inspect';
import { HEAD_BYTES } from './inspect/sniff';
import type { Kind } from './kinds';
import { FileRefused } from './refusal';
import type { FileRule } from './rule';

/** A body written to disk, to be inspected. */
export interface Spooled {
  path: string;
  size: number;
  sha256: string;
}

const folder = () => join(env().DATA_DIR, 'incoming');

/**
 * Writes a body to disk piece by piece, hashing it, and lends it to `use`; the copy is gone afterwards. Stops reading
 * at the first byte over the limit, and after the head when that is of another kind: memory stays small whatever
 * is sent.
 * @throws {FileRefused} empty, tooLarge, contentMismatch, svg, interrupted
 */
export async function withSpooled<T>(
  body: Readable,
  kind: Kind,
  rule: FileRule,
  use: (spooled: Spooled) => Promise<T>,
): Promise<T> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const path = join(folder(), randomUUID());
  try {
    return await use({ path, ...(await spool(body, path, kind, rule)) });
  } finally {
    await rm(path, { force: true });
  }
}

async function spool(body: Readable, path: string, kind: Kind, rule: FileRule) {
  const hash = createHash('sha256');
  let size = 0;
  let head: Buffer | undefined = Buffer.alloc(0);
  const watch = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > rule.maxBytes) throw tooLarge(rule);
      hash.update(piece);
      if (head) {
        head = Buffer.concat([head, piece]);
        if (head.length >= HEAD_BYTES) {
          await judgeHead(head.subarray(0, HEAD_BYTES), kind);
          head = undefined;
        }
      }
      yield piece;
    }
    if (size === 0) throw new FileRefused('empty');
  };
  try {
    await pipeline(body, watch, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    if (isCutShort(error)) throw new FileRefused('interrupted');
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}

/** Whether the sender went away, as opposed to our disk being full. */
function isCutShort(error: unknown): boolean {
  const { code, name } = error as NodeJS.ErrnoException;
  return (
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ECONNRESET' ||
    name === 'AbortError' ||
    code === 'ABORT_ERR'
  );
}

const STALE_MS = 24 * 3600 * 1000;

/** Removes copies that a killed process left behind. @returns how many */
export async function clearSpool(now = Date.now()): Promise<number> {
  const names = await readdir(folder()).catch(() => []);
  let cleared = 0;
  for (const name of names) {
    const path = join(folder(), name);
    const found = await stat(path).catch(() => undefined);
    if (!found || now - found.mtimeMs < STALE_MS) continue;
    await rm(path, { force: true });
    cleared += 1;
  }
  return cleared;
}
