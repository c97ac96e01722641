import type { Kind } from '../kinds';
import { KINDS } from '../kinds';
import { FileRefused } from '../refusal';
import { type Bytes, contains } from './bytes';

// Marks that a browser or an interpreter would act upon if it took the picture for a page.
const PAGE =
  /<(?:script|html|iframe|svg|body|object|embed)[\s>/]|<!doctype\s+html|<\?php|<%@\s*page/i;
const PACKED = ['Rar!\x1a\x07\x00', 'Rar!\x1a\x07\x01\x00', '7z\xbc\xaf\x27\x1c'];
const HEADER_WINDOW = 1024;
const COMMENT_MAX = 0xffff;

/**
 * Refuses a file that is two things at once: a picture or PDF that also opens as an archive, a picture that also
 * opens as a PDF or a page.
 * @throws {FileRefused} polyglot
 */
export async function refusePolyglot(bytes: Bytes, kind: Kind): Promise<void> {
  const { family } = KINDS[kind];
  if (family !== 'image' && family !== 'pdf') return;
  const also = (await endsAsZip(bytes)) ? 'ZIP' : await otherFace(bytes, family);
  if (also) throw new FileRefused('polyglot', { type: kind.toUpperCase(), also });
}

async function otherFace(bytes: Bytes, family: 'image' | 'pdf'): Promise<string | undefined> {
  if (await contains(bytes, (text) => PACKED.some((mark) => text.includes(mark)), 16))
    return 'RAR / 7Z';
  if (family === 'pdf') return undefined;
  const head = (await bytes.read(0, HEADER_WINDOW)).toString('latin1');
  if (head.includes('%PDF-')) return 'PDF';
  if (await contains(bytes, (text) => PAGE.test(text), 32)) return 'HTML';
  const tail = (await bytes.read(Math.max(0, bytes.size - HEADER_WINDOW), HEADER_WINDOW)).toString(
    'latin1',
  );
  return tail.includes('%%EOF') && (await contains(bytes, (text) => /%PDF-\d/.test(text), 16))
    ? 'PDF'
    : undefined;
}

/** Whether a reader of ZIP files would find a directory at the end of this file. */
async function endsAsZip(bytes: Bytes): Promise<boolean> {
  const length = Math.min(bytes.size, COMMENT_MAX + 22);
  const tail = await bytes.read(bytes.size - length, length);
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0; ) {
    if (at + 22 <= tail.length) {
      const comment = tail.readUInt16LE(at + 20);
      if (at + 22 + comment === tail.length) return true;
      const directory = bytes.size - length + at - tail.readUInt32LE(at + 12);
      const signature = await bytes.read(Math.max(0, directory), 4);
      // Lenient readers accept rubbish after the directory: no more than a line end is rubbish here.
      const rest = tail.toString('latin1', at + 22 + comment).trim();
      if (signature.toString('latin1') === 'PK\x01\x02' && rest === '') return true;
    }
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}
