import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { FileRefused } from '../refusal';
import type { ArchiveRule } from '../rule';
import { type ArchiveEntry, ArchiveWatch } from './archive';

const STORED = 0;
const DEFLATED = 8;
const SYMLINK = 0xa000;
const FILE_TYPE = 0xf000;

export interface ZipContent {
  files: ArchiveEntry[];
  /** The unpacked bytes of a small entry, at most `max` bytes; undefined when there is none of that name. */
  read(name: string, max: number): Promise<Buffer | undefined>;
}

export interface ZipInspection {
  rule: ArchiveRule;
  inside: 'archive' | 'document';
  /** Refusal for a broken file: the sentence speaks of an archive or of a document. */
  damaged: 'archiveDamaged' | 'documentDamaged';
}

/**
 * Lists a ZIP file within bounds, then runs every entry through the decompressor without keeping a byte, so that
 * sizes in the directory are true and the content is whole. `use` gets the list while the file is open.
 * @throws {FileRefused}
 */
export async function withZip<T>(
  path: string,
  { rule, inside, damaged }: ZipInspection,
  use: (content: ZipContent) => Promise<T>,
): Promise<T> {
  const sound = asRefusal(damaged);
  const zip = await sound(() =>
    yauzl.openPromise(path, { decodeStrings: false, autoClose: false, lazyEntries: true }),
  );
  try {
    const watch = new ArchiveWatch(rule, inside);
    const entries = await sound(() => list(zip, watch));
    const files = watch.finish();
    await sound(() => drainAll(zip, entries));
    const byName = new Map(entries.map(({ entry, name }) => [name, entry]));
    return await use({
      files,
      read: async (name, max) => {
        const entry = byName.get(name);
        return entry && sound(() => readSmall(zip, entry, max));
      },
    });
  } finally {
    zip.close();
  }
}

interface Named {
  entry: Entry;
  name: string;
}

async function list(zip: ZipFile, watch: ArchiveWatch): Promise<Named[]> {
  const entries: Named[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = decodeName(entry);
    const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
    watch.add({
      name,
      size: entry.uncompressedSize,
      packed: entry.compressedSize,
      directory: /[/\\]$/.test(name),
      link: mode === SYMLINK,
      encrypted: entry.isEncrypted(),
    });
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      throw new FileRefused('archiveMethod');
    }
    entries.push({ entry, name });
  }
  refuseOverlap(entries);
  return entries;
}

/** Entries that share packed bytes are how a small file unpacks to terabytes. */
function refuseOverlap(entries: readonly Named[]): void {
  const byPlace = entries
    .map(({ entry }) => entry)
    .toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of byPlace) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new Error('entries overlap');
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
  }
}

async function drainAll(zip: ZipFile, entries: readonly Named[]): Promise<void> {
  for (const { entry } of entries) {
    // The decompressor's stream fails as soon as there is one byte more than the directory says.
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const _ of stream);
  }
}

async function readSmall(zip: ZipFile, entry: Entry, max: number): Promise<Buffer> {
  if (entry.uncompressedSize > max) throw new Error('entry too large to read');
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const UTF8_FLAG = 0x800;

/** Names are UTF-8 when flagged or valid as such; else what Windows writes in China, which is GBK. */
function decodeName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder(entry.generalPurposeBitFlag & UTF8_FLAG ? 'utf-8' : 'gbk').decode(raw);
  }
}

const DISK_ERRORS = new Set(['EIO', 'ENOENT', 'EMFILE', 'ENFILE', 'EACCES', 'ENOMEM', 'ENOSPC']);

/** Turns the parser's complaints into a refusal; refusals and errors of the disk pass. */
function asRefusal(code: 'archiveDamaged' | 'documentDamaged') {
  return async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      if (DISK_ERRORS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      throw new FileRefused(code);
    }
  };
}
