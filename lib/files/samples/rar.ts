import { crc32 } from '../inspect/crc32';

export interface RarSpec {
  name: string;
  content: Buffer | string;
  encrypted?: boolean;
  /** A claimed unpacked size other than the true one. */
  size?: number;
  /** A symbolic link to this place. */
  link?: string;
}

const le = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** A number of variable length: seven bits a byte. */
function vint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? byte | 0x80 : byte);
  } while (rest > 0);
  return Buffer.from(bytes);
}

function block5(body: Buffer): Buffer {
  const sized = Buffer.concat([vint(body.length), body]);
  return Buffer.concat([le(crc32(sized), 4), sized]);
}

/** A RAR 5 archive whose entries are stored unpacked. `volume` marks it as one part of several. */
export function makeRar5(entries: readonly RarSpec[], { volume = false } = {}): Buffer {
  const files = entries.map((entry) => {
    const content = Buffer.from(entry.content as Buffer);
    const name = Buffer.from(entry.name);
    const extra = Buffer.concat([
      ...(entry.encrypted ? [record5(1, Buffer.alloc(36))] : []),
      ...(entry.link
        ? [
            record5(
              5,
              Buffer.concat([vint(1), vint(0), vint(entry.link.length), Buffer.from(entry.link)]),
            ),
          ]
        : []),
    ]);
    const header = Buffer.concat([
      vint(2),
      vint(2 | (extra.length > 0 ? 1 : 0)),
      ...(extra.length > 0 ? [vint(extra.length)] : []),
      vint(content.length),
      vint(4),
      vint(entry.size ?? content.length),
      vint(0o100644),
      le(crc32(content), 4),
      vint(0),
      vint(1),
      vint(name.length),
      name,
      extra,
    ]);
    return Buffer.concat([block5(header), content]);
  });
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
    block5(Buffer.concat([vint(1), vint(0), vint(volume ? 1 : 0)])),
    ...files,
    block5(Buffer.concat([vint(5), vint(0), vint(0)])),
  ]);
}

const record5 = (type: number, data: Buffer) => {
  const body = Buffer.concat([vint(type), data]);
  return Buffer.concat([vint(body.length), body]);
};

function block4(type: number, flags: number, body: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from([type]), le(flags, 2), le(7 + body.length, 2), body]);
  return Buffer.concat([le(crc32(rest) & 0xffff, 2), rest]);
}

/** A RAR archive of the old format (1.5 to 4) whose entries are stored unpacked; names as GBK bytes may be given. */
export function makeRar4(entries: readonly (RarSpec & { rawName?: Buffer })[]): Buffer {
  const files = entries.map((entry) => {
    const content = Buffer.from(entry.content as Buffer);
    const name = entry.rawName ?? Buffer.from(entry.name);
    const mode = entry.link ? 0o120777 : 0o100644;
    const body = Buffer.concat([
      le(content.length, 4),
      le(entry.size ?? content.length, 4),
      Buffer.from([3]),
      le(crc32(content), 4),
      le(0x5a210000, 4),
      Buffer.from([20, 0x30]),
      le(name.length, 2),
      le(mode, 4),
      name,
    ]);
    return Buffer.concat([block4(0x74, 0x8000 | (entry.encrypted ? 4 : 0), body), content]);
  });
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
    block4(0x73, 0, Buffer.alloc(6)),
    ...files,
    block4(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}
