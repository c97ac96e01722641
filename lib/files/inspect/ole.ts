import type { Kind } from '../kinds';
import { FileRefused } from '../refusal';
import type { Bytes } from './bytes';
import { CompoundDamaged, type CompoundEntry, type CompoundFile, openCompound } from './compound';

type OleKind = Extract<Kind, 'doc' | 'xls' | 'ppt'>;

/** The stream that makes a compound file a document of that program. */
const BODY: Record<OleKind, readonly string[]> = {
  doc: ['WordDocument'],
  xls: ['Workbook', 'Book'],
  ppt: ['PowerPoint Document'],
};
const MACRO_STORAGES = new Set([
  'Macros',
  'VBA',
  '_VBA_PROJECT',
  '_VBA_PROJECT_CUR',
  'VBA_PROJECT',
]);
const ENCRYPTED_STREAMS = new Set(['EncryptedPackage', 'EncryptedSummary', 'EncryptionInfo']);
const BODY_MAX = 64 * 1024 * 1024;

/**
 * An office document of the old binary generation: whole, of the kind its name says, not encrypted, without macros.
 * @throws {FileRefused} contentMismatch, documentDamaged, encrypted, macro
 */
export async function inspectOle(bytes: Bytes, kind: OleKind): Promise<void> {
  try {
    const file = await openCompound(bytes);
    refuseEncrypted(file);
    const body = bodyOf(file, kind);
    if (!body)
      throw new FileRefused('contentMismatch', { type: kind.toUpperCase(), found: oleKind(file) });
    if (file.entries.some((entry) => MACRO_STORAGES.has(entry.name)))
      throw new FileRefused('macro', { entry: 'VBA' });
    const content = await file.read(body, BODY_MAX);
    if (content.length < Math.min(body.size, BODY_MAX) || content.length < 8) {
      throw new FileRefused('documentDamaged');
    }
    INSPECT_BODY[kind](content);
  } catch (error) {
    if (error instanceof CompoundDamaged) throw new FileRefused('documentDamaged');
    throw error;
  }
}

/** Whether a compound file is a modern document under a password, so that the sentence can say so. */
export async function isEncryptedPackage(bytes: Bytes): Promise<boolean> {
  try {
    return (await openCompound(bytes)).entries.some((entry) => ENCRYPTED_STREAMS.has(entry.name));
  } catch (error) {
    if (error instanceof CompoundDamaged) return false;
    throw error;
  }
}

function refuseEncrypted(file: CompoundFile): void {
  if (file.entries.some((entry) => ENCRYPTED_STREAMS.has(entry.name)))
    throw new FileRefused('encrypted');
}

const bodyOf = (file: CompoundFile, kind: OleKind): CompoundEntry | undefined =>
  file.entries.find((entry) => entry.kind === 'stream' && BODY[kind].includes(entry.name));

function oleKind(file: CompoundFile): string {
  return (Object.keys(BODY) as OleKind[]).find((kind) => bodyOf(file, kind)) ?? 'unknown';
}

const INSPECT_BODY: Record<OleKind, (content: Buffer) => void> = {
  doc: inspectWord,
  xls: inspectWorkbook,
  ppt: inspectSlides,
};

/** [MS-DOC] FibBase: signature, and the flag that the text is encrypted. */
function inspectWord(content: Buffer): void {
  if (content.length < 12 || content.readUInt16LE(0) !== 0xa5ec)
    throw new FileRefused('documentDamaged');
  if (content.readUInt16LE(10) & 0x0100) throw new FileRefused('encrypted');
}

const BOF = 0x0809;
const END_OF_GLOBALS = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const OBJECT_PROJECT = 0x00d3;

/** [MS-XLS] globals: a password, Excel 4 macro sheets, a VBA project. */
function inspectWorkbook(content: Buffer): void {
  if (content.readUInt16LE(0) !== BOF) throw new FileRefused('documentDamaged');
  for (let at = 0; at + 4 <= content.length; ) {
    const type = content.readUInt16LE(at);
    const length = content.readUInt16LE(at + 2);
    if (type === FILE_PASS) throw new FileRefused('encrypted');
    const sheet =
      type === BOUND_SHEET && length >= 6 && at + 10 <= content.length ? content[at + 9] : 0;
    if (sheet === 1 || sheet === 6) throw new FileRefused('macro', { entry: 'Excel 4' });
    if (type === OBJECT_PROJECT) throw new FileRefused('macro', { entry: 'VBA' });
    if (type === END_OF_GLOBALS) return;
    at += 4 + length;
  }
  throw new FileRefused('documentDamaged');
}

/** [MS-PPT] VbaInfoAtom: version 2, twelve bytes, then the flag that there are macros. */
const VBA_INFO = Buffer.from([0x02, 0x00, 0x00, 0x04, 0x0c, 0x00, 0x00, 0x00]);

function inspectSlides(content: Buffer): void {
  for (let at = content.indexOf(VBA_INFO); at >= 0; at = content.indexOf(VBA_INFO, at + 1)) {
    if (at + 16 <= content.length && content.readUInt32LE(at + 12) === 1) {
      throw new FileRefused('macro', { entry: 'VBA' });
    }
  }
}
