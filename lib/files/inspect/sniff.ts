import { fileTypeFromBuffer } from 'file-type';
import type { Family, Kind } from '../kinds';
import { KINDS } from '../kinds';

/** How many bytes from the start are enough to sniff. */
export const HEAD_BYTES = 4100;

/** A container (`zip`, `ole`) may hold several kinds; the inspection looks inside. */
type Container = 'jpg' | 'png' | 'gif' | 'pdf' | 'zip' | 'ole' | 'rar' | 'text';

const CONTAINER: Record<Family, Container | undefined> = {
  image: undefined,
  pdf: 'pdf',
  ofd: 'zip',
  ooxml: 'zip',
  ole: 'ole',
  zip: 'zip',
  rar: 'rar',
  text: 'text',
};

const MAGIC: readonly (readonly [Container, string])[] = [
  ['jpg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['pdf', '%PDF-'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rar', 'Rar!\x1a\x07\x00'],
  ['rar', 'Rar!\x1a\x07\x01\x00'],
];

/** The container that the first bytes announce. */
export function sniffContainer(head: Buffer): Container | undefined {
  const start = head.toString('latin1', 0, 16);
  return MAGIC.find(([, magic]) => start.startsWith(magic))?.[0];
}

/** What the first bytes of a file of this kind must announce. */
export function containerOf(kind: Kind): Container {
  return CONTAINER[KINDS[kind].family] ?? (kind as Container);
}

const TEXT_MARKS: readonly (readonly [string, RegExp])[] = [
  ['svg', /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+svg[\s\S]*?>\s*)?<svg[\s>]/i],
  ['html', /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe)[\s>]/i],
  ['xml', /^<\?xml\s/i],
  ['rtf', /^\{\\rtf/],
  ['script', /^#!/],
];

/**
 * A short name of what the content really is, for the refusal's sentence (`exe`, `html`, `webp` …), or `unknown`.
 * Never throws, whatever the bytes.
 */
export async function nameContent(head: Buffer): Promise<string> {
  const container = sniffContainer(head);
  if (container) return container === 'ole' ? 'doc / xls / ppt' : container;
  const text = head.toString('utf8').replace(/^\ufeff?\s*/, '');
  const mark = TEXT_MARKS.find(([, pattern]) => pattern.test(text));
  if (mark) return mark[0];
  try {
    return (await fileTypeFromBuffer(head))?.ext ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
