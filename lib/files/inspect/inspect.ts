import { formatBytes } from '@/lib/i18n/format';
import { formatList } from '../format';
import { extensionsOf, KINDS, type Kind, kindOfExtension } from '../kinds';
import { type FileName, shown } from '../name';
import { FileRefused, type RefusalCode, type RefusalParams } from '../refusal';
import type { FileRule } from '../rule';
import { decodeText } from '../table/decode';
import { type ArchiveEntry, carriesMacros } from './archive';
import { type Bytes, withBytes } from './bytes';
import { type ImageFacts, inspectImage } from './image';
import { inspectOfd } from './ofd';
import { inspectOle, isEncryptedPackage } from './ole';
import { inspectOoxml, zipKind } from './ooxml';
import { inspectPdf } from './pdf';
import { refusePolyglot } from './polyglot';
import { inspectRar } from './rar';
import { containerOf, HEAD_BYTES, nameContent, sniffContainer } from './sniff';
import { withZip } from './zip';

/** What is known of a file that passed. */
export interface Inspection {
  kind: Kind;
  mediaType: string;
  image?: ImageFacts;
  /** The files inside an archive, for reviewers. */
  entries?: ArchiveEntry[];
}

export type Judgement =
  | ({ ok: true } & Inspection)
  | { ok: false; code: RefusalCode; params: RefusalParams };

/**
 * The kind that the name claims, when the purpose takes it.
 * @throws {FileRefused} svg, macroType, typeNotAllowed
 */
export function claimedKind(file: FileName, rule: FileRule): Kind {
  const kind = kindOfExtension(file.extension);
  if (kind && rule.kinds.includes(kind)) return kind;
  const allowed = formatList(extensionsOf(rule.kinds));
  const type = shown(file.extension).toUpperCase() || 'none';
  if (file.extension === 'svg' || file.extension === 'svgz')
    throw new FileRefused('svg', { allowed });
  if (carriesMacros(file.extension)) throw new FileRefused('macroType', { type, allowed });
  throw new FileRefused('typeNotAllowed', { type, allowed });
}

export const tooLarge = (rule: FileRule) =>
  new FileRefused('tooLarge', { max: formatBytes(rule.maxBytes) });

/**
 * Judges the first bytes alone, so that a stream can be refused at its beginning.
 * @throws {FileRefused} svg, contentMismatch, pdfDamaged
 */
export async function judgeHead(head: Buffer, kind: Kind): Promise<void> {
  const container = sniffContainer(head);
  if (container === containerOf(kind)) return;
  // A modern document under a password is packed as an old one; the whole file tells.
  if (container === 'ole' && KINDS[kind].family === 'ooxml') return;
  const found = await nameContent(head);
  // Plain text announces nothing; it only must not be anything else.
  if (KINDS[kind].family === 'text' && found === 'unknown' && !head.includes(0)) return;
  if (found === 'svg')
    throw new FileRefused('svg', { allowed: formatList(KINDS[kind].extensions) });
  throw new FileRefused('contentMismatch', {
    type: kind.toUpperCase(),
    found: found === 'unknown' ? found : found.toUpperCase(),
  });
}

/**
 * Judges a file on disk by its content, for one purpose. A refusal is an answer, not an exception; what is thrown is
 * an error of the disk.
 */
export async function judgeFile(path: string, file: FileName, rule: FileRule): Promise<Judgement> {
  try {
    return { ok: true, ...(await inspectFile(path, file, rule)) };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, code: error.code, params: error.params };
    throw error;
  }
}

/**
 * As `judgeFile`, for callers that let refusals pass.
 * @throws {FileRefused}
 */
export async function inspectFile(
  path: string,
  file: FileName,
  rule: FileRule,
): Promise<Inspection> {
  const kind = claimedKind(file, rule);
  return withBytes(path, async (bytes) => {
    if (bytes.size === 0) throw new FileRefused('empty');
    if (bytes.size > rule.maxBytes) throw tooLarge(rule);
    await judgeHead(await bytes.read(0, HEAD_BYTES), kind);
    await refusePolyglot(bytes, kind);
    const inside = await inspectInside(path, bytes, kind, rule);
    return { kind, mediaType: KINDS[kind].mediaType, ...inside };
  });
}

async function inspectInside(
  path: string,
  bytes: Bytes,
  kind: Kind,
  rule: FileRule,
): Promise<Pick<Inspection, 'image' | 'entries'>> {
  switch (kind) {
    case 'jpg':
    case 'png':
    case 'gif':
      return { image: await inspectImage(path, bytes, kind, rule.image) };
    case 'pdf':
      await inspectPdf(bytes);
      return {};
    case 'ofd':
      await inspectOfd(path, rule.archive);
      return {};
    case 'docx':
    case 'xlsx':
    case 'pptx':
      if (await isEncryptedPackage(bytes)) throw new FileRefused('encrypted');
      await inspectOoxml(path, kind, rule.archive);
      return {};
    case 'doc':
    case 'xls':
    case 'ppt':
      await inspectOle(bytes, kind);
      return {};
    case 'rar':
      return { entries: await inspectRar(bytes, rule.archive) };
    case 'zip':
      return { entries: await inspectZip(path, rule) };
    case 'csv':
      if (!decodeText(await bytes.read(0, bytes.size))) {
        throw new FileRefused('contentMismatch', { type: 'CSV', found: 'unknown' });
      }
      return {};
  }
}

function inspectZip(path: string, { archive }: FileRule): Promise<ArchiveEntry[]> {
  return withZip(
    path,
    { rule: archive, inside: 'archive', damaged: 'archiveDamaged' },
    async ({ files }) => {
      const found = zipKind(files);
      if (found !== 'zip')
        throw new FileRefused('contentMismatch', { type: 'ZIP', found: found.toUpperCase() });
      return files;
    },
  );
}
