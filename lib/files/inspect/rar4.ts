import type { ArchiveEntry } from './archive';
import type { Bytes } from './bytes';
import { crc32 } from './crc32';

/** One header of an archive, as far as the inspection cares. */
export interface RarBlock {
  type: 'main' | 'file' | 'other' | 'end' | 'encrypted' | 'damaged';
  /** The archive is one part of several. */
  volume?: boolean;
  entry?: ArchiveEntry;
}

const MAIN = 0x73;
const FILE = 0x74;
const END = 0x7b;
const HAS_DATA = 0x8000;
const DIRECTORY = 0xe0;
const LINK_MODE = 0xa000;
const UNIX = 3;

/** The headers of a RAR archive of format 1.5 to 4. Ends with `damaged` when a header or its data is cut short. */
export async function* readRar4(bytes: Bytes): AsyncGenerator<RarBlock> {
  for (let at = 7; at < bytes.size; ) {
    const start = await bytes.read(at, 7);
    const size = start.length === 7 ? start.readUInt16LE(5) : 0;
    const header = await bytes.read(at, size);
    if (
      size < 7 ||
      header.length < size ||
      (crc32(header.subarray(2)) & 0xffff) !== header.readUInt16LE(0)
    ) {
      yield { type: 'damaged' };
      return;
    }
    const type = header[2];
    const flags = header.readUInt16LE(3);
    let data = flags & HAS_DATA && size >= 11 ? header.readUInt32LE(7) : 0;
    if (type === MAIN) {
      yield flags & 0x80 ? { type: 'encrypted' } : { type: 'main', volume: Boolean(flags & 1) };
    } else if (type === FILE) {
      const file = readFile(header, flags);
      if (!file) {
        yield { type: 'damaged' };
        return;
      }
      data = file.packed;
      yield { type: 'file', volume: Boolean(flags & 3), entry: file };
    } else {
      yield { type: type === END ? 'end' : 'other', volume: type === END && Boolean(flags & 1) };
    }
    at += size + data;
    if (at > bytes.size) yield { type: 'damaged' };
  }
}

function readFile(header: Buffer, flags: number): ArchiveEntry | undefined {
  const large = flags & 0x100;
  const nameAt = large ? 40 : 32;
  if (header.length < nameAt) return undefined;
  const nameSize = header.readUInt16LE(26);
  if (nameSize === 0 || nameAt + nameSize > header.length) return undefined;
  const mode = header[15] === UNIX ? header.readUInt32LE(28) & 0xf000 : 0;
  return {
    name: decodeName(header.subarray(nameAt, nameAt + nameSize), Boolean(flags & 0x200)),
    packed: header.readUInt32LE(7) + (large ? header.readUInt32LE(32) * 2 ** 32 : 0),
    size: header.readUInt32LE(11) + (large ? header.readUInt32LE(36) * 2 ** 32 : 0),
    directory: (flags & DIRECTORY) === DIRECTORY,
    link: mode === LINK_MODE,
    encrypted: Boolean(flags & 4),
  };
}

/** A plain name is in the code page of the machine that packed it; a flagged one adds its Unicode form, packed. */
function decodeName(raw: Buffer, unicode: boolean): string {
  const zero = raw.indexOf(0);
  if (!unicode || zero < 0) return decodePlain(raw);
  const plain = raw.subarray(0, zero);
  return unpackUnicode(plain, raw.subarray(zero + 1)) || decodePlain(plain);
}

function decodePlain(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gbk').decode(raw);
  }
}

/** RAR's packing of a UTF-16 name: two bits per step say how the next character is made. */
function unpackUnicode(plain: Buffer, packed: Buffer): string {
  const units: number[] = [];
  const high = (packed[0] ?? 0) << 8;
  let flags = 0;
  let bits = 0;
  for (let at = 1; at < packed.length; ) {
    if (bits === 0) {
      flags = packed[at++] ?? 0;
      bits = 8;
    }
    bits -= 2;
    const step = (flags >> bits) & 3;
    const byte = packed[at++] ?? 0;
    if (step === 0) units.push(byte);
    else if (step === 1) units.push(byte | high);
    else if (step === 2) units.push(byte | ((packed[at++] ?? 0) << 8));
    else {
      const correction = byte & 0x80 ? (packed[at++] ?? 0) : undefined;
      for (let count = (byte & 0x7f) + 2; count > 0; count -= 1) {
        const base = plain[units.length] ?? 0;
        units.push(correction === undefined ? base : ((base + correction) & 0xff) | high);
      }
    }
  }
  return String.fromCharCode(...units.slice(0, 2048));
}
