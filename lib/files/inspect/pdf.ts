import { constants, inflateSync } from 'node:zlib';
import { extensionOf, shown } from '../name';
import { FileRefused } from '../refusal';
import { carriesMacros, isExecutable } from './archive';
import type { Bytes } from './bytes';
import { lexPdf, pdfText } from './pdf-lexer';

const EOF_WINDOW = 1024;
/** The start of an object. What stands before the word is left open: readers go by offsets, not by numbers. */
const OBJECT = /(?<![A-Za-z])obj(?![A-Za-z0-9])/g;
/** Most bytes that the packed objects of one file may unpack to, and that the lexer may walk per byte of file. */
const UNPACKED_MAX = 64 * 1024 * 1024;
const WORK_FACTOR = 6;
const ATTACHMENT_HEAD = 4096;

interface Walk {
  /** Everything looked at so far, to stop files that make the reader run in circles. */
  work: number;
  unpacked: number;
}

/**
 * A PDF: whole (header first, end mark last), readable without a password, and without anything that acts by itself:
 * scripts, launch actions, attached programs. Looks into packed object streams as well.
 * @throws {FileRefused} pdfDamaged, encrypted, pdfScript, pdfLaunch, pdfAttachment
 */
export async function inspectPdf(bytes: Bytes): Promise<void> {
  const content = await bytes.read(0, bytes.size);
  const text = content.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-EOF_WINDOW).includes('%%EOF')) {
    throw new FileRefused('pdfDamaged');
  }
  const walk: Walk = { work: 0, unpacked: 0 };
  let objects = 0;
  for (const match of text.matchAll(OBJECT)) {
    objects += 1;
    inspectObject(content, text, match.index + match[0].length, walk);
    if (walk.work > text.length * WORK_FACTOR + 65_536) throw new FileRefused('pdfDamaged');
  }
  if (objects === 0) throw new FileRefused('pdfDamaged');
  // A password is announced in the trailer, outside every object.
  for (const match of text.matchAll(/trailer/g)) {
    inspectDictionary(text, match.index + 7, Math.min(text.length, match.index + 4096), walk);
  }
}

function inspectObject(content: Buffer, text: string, start: number, walk: Walk): void {
  const { names, stream } = inspectDictionary(text, start, text.length, walk);
  if (stream === undefined) return;
  if (names.has('ObjStm')) {
    const objects = unpack(content, stream, names, walk).toString('latin1');
    inspectDictionary(objects, 0, objects.length, walk);
  } else if (names.has('EmbeddedFile')) {
    refuseProgram(content, stream, names);
  }
}

interface Dictionary {
  names: Set<string>;
  /** Where the stream's bytes begin, when the object has one. */
  stream?: number;
}

/** Walks one object up to its end, refusing on the way what no document needs. */
function inspectDictionary(text: string, start: number, end: number, walk: Walk): Dictionary {
  const names = new Set<string>();
  let key: string | undefined;
  let last = start;
  for (const token of lexPdf(text, start, end)) {
    last = token.end;
    if (token.type === 'name') {
      names.add(token.value);
      refuseName(token.value);
    } else if (token.type === 'string' && (key === 'F' || key === 'UF')) {
      refuseAttachment(pdfText(token.value), key === 'UF');
    } else if (token.type === 'word' && (token.value === 'endobj' || token.value === 'startxref')) {
      break;
    } else if (token.type === 'word' && token.value === 'stream') {
      walk.work += last - start;
      const lineEnd = text.startsWith('\r\n', token.end) ? 2 : 1;
      return { names, stream: token.end + lineEnd };
    }
    key = token.type === 'name' ? token.value : undefined;
  }
  walk.work += last - start;
  return { names };
}

function refuseName(name: string): void {
  if (name === 'JavaScript' || name === 'JS' || name === 'XFA') throw new FileRefused('pdfScript');
  if (name === 'Launch' || name === 'RichMedia' || name === 'ImportData')
    throw new FileRefused('pdfLaunch');
  if (name === 'Encrypt') throw new FileRefused('encrypted');
}

/** `F` is in whatever code page the writer had; only `UF` is surely legible. */
function refuseAttachment(name: string, legible: boolean): void {
  const extension = extensionOf(name);
  if (
    isExecutable(extension) ||
    carriesMacros(extension) ||
    extension === 'js' ||
    extension === 'jar'
  ) {
    throw new FileRefused('pdfAttachment', {
      entry: legible ? shown(name) : extension.toUpperCase(),
    });
  }
}

const OTHER_FILTERS = [
  'ASCIIHexDecode',
  'ASCII85Decode',
  'LZWDecode',
  'RunLengthDecode',
  'Crypt',
  'Predictor',
];

/** The content of an object stream. Writers pack these in one way; another way hides something. */
function unpack(content: Buffer, start: number, names: ReadonlySet<string>, walk: Walk): Buffer {
  if (OTHER_FILTERS.some((filter) => names.has(filter))) throw new FileRefused('pdfDamaged');
  if (!names.has('FlateDecode') && !names.has('Fl')) {
    return content.subarray(start, streamEnd(content, start));
  }
  // The packed data tells where it ends itself; the word `endstream` could stand inside it.
  const unpacked = inflate(content.subarray(start), UNPACKED_MAX - walk.unpacked);
  walk.unpacked += unpacked?.length ?? 0;
  if (!unpacked) throw new FileRefused('pdfDamaged');
  return unpacked;
}

function streamEnd(content: Buffer, start: number): number {
  const end = content.indexOf('endstream', start, 'latin1');
  return end < 0 ? content.length : end;
}

function inflate(packed: Buffer, max: number): Buffer | undefined {
  if (max <= 0) return undefined;
  try {
    return inflateSync(packed, { maxOutputLength: max, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

/** What an attached program begins with: Windows, Linux, macOS, a script. */
const PROGRAM = ['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '#!'];

function refuseProgram(content: Buffer, start: number, names: ReadonlySet<string>): void {
  const packed = content.subarray(start, streamEnd(content, start));
  const plain = names.has('FlateDecode') ? inflateHead(packed) : packed;
  const firstBytes = plain.toString('latin1', 0, 16);
  if (PROGRAM.some((magic) => firstBytes.startsWith(magic))) {
    throw new FileRefused('pdfAttachment', { entry: 'EXE' });
  }
}

/** The first bytes of packed data: the input is cut, so the output stays small as well. */
function inflateHead(packed: Buffer): Buffer {
  const max = ATTACHMENT_HEAD * 1100;
  return inflate(packed.subarray(0, ATTACHMENT_HEAD), max) ?? Buffer.alloc(0);
}
