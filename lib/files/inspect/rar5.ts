import type { ArchiveEntry } from './archive';
import type { Bytes } from './bytes';
import { crc32 } from './crc32';
import type { RarBlock } from './rar4';

const TYPES: Record<number, RarBlock['type']> = {
  1: 'main',
  2: 'file',
  3: 'other',
  4: 'encrypted',
  5: 'end',
};
const MAX_HEADER = 2 * 1024 * 1024;
const EXTRA_ENCRYPTION = 1;
const EXTRA_REDIRECTION = 5;

/** A cursor over one header; numbers are of variable length, seven bits a byte. Reading past the end gives NaN. */
class Cursor {
  constructor(
    private readonly buffer: Buffer,
    public at = 0,
  ) {}

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 56; shift += 7) {
      const byte = this.buffer[this.at++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return Number.NaN;
  }

  take(length: number): Buffer {
    const piece = this.buffer.subarray(this.at, this.at + length);
    this.at += length;
    return piece;
  }

  get left(): number {
    return this.buffer.length - this.at;
  }
}

/** The headers of a RAR archive of format 5. Ends with `damaged` when a header or its data is cut short. */
export async function* readRar5(bytes: Bytes): AsyncGenerator<RarBlock> {
  for (let at = 8; at < bytes.size; ) {
    const start = await bytes.read(at, 12);
    const cursor = new Cursor(start, 4);
    const size = cursor.number();
    if (!(size > 0 && size <= MAX_HEADER)) {
      yield { type: 'damaged' };
      return;
    }
    const header = await bytes.read(at, cursor.at + size);
    if (header.length < cursor.at + size || crc32(header.subarray(4)) !== header.readUInt32LE(0)) {
      yield { type: 'damaged' };
      return;
    }
    const { block, data } = readHeader(header.subarray(cursor.at));
    at += header.length + data;
    if (!(at <= bytes.size)) {
      yield { type: 'damaged' };
      return;
    }
    yield block;
  }
}

function readHeader(header: Buffer): { block: RarBlock; data: number } {
  const cursor = new Cursor(header);
  const type = TYPES[cursor.number()] ?? 'other';
  const flags = cursor.number();
  const extraSize = flags & 1 ? cursor.number() : 0;
  const data = flags & 2 ? cursor.number() : 0;
  const split = Boolean(flags & 0x18);
  if (type === 'main' || type === 'end') {
    return { block: { type, volume: Boolean(cursor.number() & 1) }, data };
  }
  if (type !== 'file') return { block: { type }, data };
  const entry = readFile(cursor, data, header.subarray(Math.max(0, header.length - extraSize)));
  return { block: entry ? { type, volume: split, entry } : { type: 'damaged' }, data };
}

function readFile(cursor: Cursor, packed: number, extra: Buffer): ArchiveEntry | undefined {
  const flags = cursor.number();
  const size = cursor.number();
  cursor.number(); // attributes
  if (flags & 2) cursor.take(4); // time
  if (flags & 4) cursor.take(4); // checksum
  cursor.number(); // compression
  cursor.number(); // system
  const length = cursor.number();
  if (!(length > 0 && length <= cursor.left) || !(size >= 0)) return undefined;
  const extras = extraTypes(extra);
  return {
    name: cursor.take(length).toString('utf8'),
    // An unknown size (streamed input) counts as the largest thing there is.
    size: flags & 8 ? Number.MAX_SAFE_INTEGER : size,
    packed,
    directory: Boolean(flags & 1),
    link: extras.has(EXTRA_REDIRECTION),
    encrypted: extras.has(EXTRA_ENCRYPTION),
  };
}

function extraTypes(extra: Buffer): Set<number> {
  const types = new Set<number>();
  const cursor = new Cursor(extra);
  while (cursor.left > 0) {
    const size = cursor.number();
    if (!(size > 0 && size <= cursor.left)) break;
    const end = cursor.at + size;
    types.add(cursor.number());
    cursor.at = end;
  }
  return types;
}
