import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

export interface ZipEntrySpec {
  content: Buffer | string;
  /** Unix mode, type bits included; `0o120777` makes a symbolic link. */
  mode?: number;
  compress?: boolean;
}

/** A real ZIP file from names and contents. */
export async function makeZip(
  entries: Readonly<Record<string, Buffer | string | ZipEntrySpec>>,
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, given] of Object.entries(entries)) {
    const { content, mode, compress } =
      typeof given === 'string' || Buffer.isBuffer(given)
        ? ({ content: given } as ZipEntrySpec)
        : given;
    zip.addBuffer(Buffer.from(content as Buffer), name, {
      mtime: new Date('2026-01-05T01:00:00Z'),
      ...(mode === undefined ? {} : { mode }),
      ...(compress === undefined ? {} : { compress }),
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** Renames an entry of a finished ZIP file in place, to a name of the same length that no packer would write. */
export function renameEntry(zip: Buffer, from: string, to: string): Buffer {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('names differ in length');
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1))
    changed.write(to, at);
  return changed;
}

const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');

/** Changes every directory record of a ZIP file: its flags, its claimed size, its method. */
export function patchDirectory(
  zip: Buffer,
  patch: { flags?: number; size?: number; method?: number },
): Buffer {
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(CENTRAL); at >= 0; at = changed.indexOf(CENTRAL, at + 4)) {
    if (patch.flags !== undefined) changed.writeUInt16LE(patch.flags, at + 8);
    if (patch.method !== undefined) changed.writeUInt16LE(patch.method, at + 10);
    if (patch.size !== undefined) changed.writeUInt32LE(patch.size, at + 24);
  }
  return changed;
}

/** A ZIP file whose directory lists one entry many times over the same packed bytes. */
export async function makeOverlap(copies: number): Promise<Buffer> {
  const zip = await makeZip({ 'a.txt': Buffer.alloc(200_000, 'lorem ipsum ') });
  const directory = zip.indexOf(CENTRAL);
  const end = zip.indexOf('PK\x05\x06', directory, 'latin1');
  const record = zip.subarray(directory, end);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(copies, 8);
  tail.writeUInt16LE(copies, 10);
  tail.writeUInt32LE(record.length * copies, 12);
  return Buffer.concat([
    zip.subarray(0, directory),
    ...Array.from({ length: copies }, () => record),
    tail,
  ]);
}
