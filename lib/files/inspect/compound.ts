import type { Bytes } from './bytes';

/** One storage or stream of a compound (OLE) file. */
export interface CompoundEntry {
  name: string;
  kind: 'storage' | 'stream' | 'root';
  size: number;
  start: number;
}

export interface CompoundFile {
  entries: CompoundEntry[];
  /** Up to `max` bytes from the start of a stream. */
  read(entry: CompoundEntry, max: number): Promise<Buffer>;
}

/** The file breaks the rules of its own format. */
export class CompoundDamaged extends Error {}

const END = 0xfffffffa;
const MINI_CUTOFF = 4096;
const ENTRY = 128;
const MAX_ENTRIES = 20_000;
const KINDS = { 1: 'storage', 2: 'stream', 5: 'root' } as const;

/**
 * Opens a compound file ([MS-CFB]): Word, Excel and PowerPoint before 2007, and encrypted documents since.
 * Every chain of sectors is bounded by the size of the file, so loops end.
 * @throws {CompoundDamaged}
 */
export async function openCompound(bytes: Bytes): Promise<CompoundFile> {
  const header = await bytes.read(0, 512);
  if (header.length < 512) throw new CompoundDamaged('short header');
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new CompoundDamaged('sector size');
  const sector = 2 ** shift;
  const limit = Math.ceil(bytes.size / sector);
  const at = (index: number) => (index + 1) * sector;

  const table = await readTable(bytes, header, sector, limit);
  const chain = (start: number): number[] => follow(table, start, limit);
  const readChain = async (start: number, max: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for (const { index, count } of runs(chain(start).slice(0, Math.ceil(max / sector)))) {
      if (at(index) >= bytes.size) throw new CompoundDamaged('sector outside the file');
      pieces.push(await bytes.read(at(index), sector * count));
    }
    return Buffer.concat(pieces).subarray(0, max);
  };

  const directory = await readChain(header.readUInt32LE(48), MAX_ENTRIES * ENTRY);
  const entries = readEntries(directory);
  const root = entries.find((entry) => entry.kind === 'root');
  if (!root) throw new CompoundDamaged('no root');
  const miniTable = numbers(await readChain(header.readUInt32LE(60), bytes.size));

  return {
    entries,
    async read(entry, max) {
      const wanted = Math.min(max, entry.size);
      if (entry.size >= MINI_CUTOFF) return readChain(entry.start, wanted);
      const store = await readChain(root.start, root.size);
      const pieces = follow(miniTable, entry.start, Math.ceil(store.length / 64)).map((index) =>
        store.subarray(index * 64, index * 64 + 64),
      );
      return Buffer.concat(pieces).subarray(0, wanted);
    },
  };
}

async function readTable(
  bytes: Bytes,
  header: Buffer,
  sector: number,
  limit: number,
): Promise<Uint32Array> {
  const places = [...numbers(header.subarray(76, 512))].filter((index) => index < END);
  let next = header.readUInt32LE(68);
  for (let steps = 0; next < END; steps += 1) {
    if (steps > limit) throw new CompoundDamaged('endless table');
    const more = numbers(await bytes.read((next + 1) * sector, sector));
    places.push(...more.subarray(0, -1).filter((index) => index < END));
    next = more.at(-1) ?? END;
  }
  if (places.length > limit) throw new CompoundDamaged('table larger than the file');
  const pieces: Buffer[] = [];
  for (const index of places) pieces.push(await bytes.read((index + 1) * sector, sector));
  return numbers(Buffer.concat(pieces));
}

function follow(table: Uint32Array, start: number, limit: number): number[] {
  const chain: number[] = [];
  for (let index = start; index < END; index = table[index] ?? END) {
    if (chain.length > limit) throw new CompoundDamaged('endless chain');
    if (index >= table.length) throw new CompoundDamaged('chain leaves the table');
    chain.push(index);
  }
  return chain;
}

/** Neighbours are read at one go. */
function runs(chain: readonly number[]): { index: number; count: number }[] {
  const found: { index: number; count: number }[] = [];
  for (const index of chain) {
    const last = found.at(-1);
    if (last && last.index + last.count === index) last.count += 1;
    else found.push({ index, count: 1 });
  }
  return found;
}

function readEntries(directory: Buffer): CompoundEntry[] {
  const entries: CompoundEntry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const kind = KINDS[directory[at + 66] as keyof typeof KINDS];
    const length = directory.readUInt16LE(at + 64);
    if (!kind || length < 2 || length > 64) continue;
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      kind,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

function numbers(buffer: Buffer): Uint32Array {
  const values = new Uint32Array(Math.floor(buffer.length / 4));
  for (let i = 0; i < values.length; i += 1) values[i] = buffer.readUInt32LE(i * 4);
  return values;
}
