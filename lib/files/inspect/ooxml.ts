import type { Kind } from '../kinds';
import { extensionOf, shown } from '../name';
import { FileRefused } from '../refusal';
import type { ArchiveRule } from '../rule';
import { type ArchiveEntry, carriesMacros, isExecutable } from './archive';
import { withZip, type ZipContent } from './zip';

type OoxmlKind = Extract<Kind, 'docx' | 'xlsx' | 'pptx'>;

const MAIN: Record<OoxmlKind, string> = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
};
const FOLDER: Record<OoxmlKind, string> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' };
const CONTENT_TYPES = '[Content_Types].xml';
const PART_MAX = 4 * 1024 * 1024;

/** Parts that hold code: VBA, Excel 4 macro sheets, ActiveX controls. */
const MACRO_PART = /(?:^|\/)(?:vbaproject[^/]*\.bin|vbadata\.xml|macrosheets\/.+|activex\/.+)$/i;
const MACRO_TYPE =
  /macroenabled|ms-office\.vba|ms-excel\.(?:intlmacrosheet|macrosheet)|ms-office\.activex/i;
/** Relationships that make the program fetch a template or an object when the document is opened. */
const FETCHED = /\/(?:attachedTemplate|oleObject|frame|subDocument)["']/i;
const REMOTE = /Target=["'](?:https?:|ftp:|\\\\|file:\/\/[^/"'])/i;

/** What a ZIP file is, judged by what it holds: an office or invoice document, a program, or an archive. */
export function zipKind(files: readonly ArchiveEntry[]): OoxmlKind | 'ofd' | 'zip' | 'jar' | 'odf' {
  const names = new Set(files.map((file) => file.name));
  if (names.has(CONTENT_TYPES)) {
    const found = (Object.keys(FOLDER) as OoxmlKind[]).find((kind) =>
      files.some((file) => file.name.startsWith(FOLDER[kind])),
    );
    if (found) return found;
  }
  if (names.has('OFD.xml')) return 'ofd';
  if (names.has('META-INF/MANIFEST.MF') || names.has('AndroidManifest.xml')) return 'jar';
  return names.has('mimetype') && names.has('content.xml') ? 'odf' : 'zip';
}

/**
 * An office document of the XML generation: really one, of the kind its name says, without code and without
 * anything that is fetched from elsewhere on opening.
 * @throws {FileRefused} contentMismatch, documentDamaged, macro, activeContent, documentRemote, encrypted, archive…
 */
export async function inspectOoxml(
  path: string,
  kind: OoxmlKind,
  rule: ArchiveRule,
): Promise<void> {
  await withZip(path, { rule, inside: 'document', damaged: 'documentDamaged' }, async (content) => {
    const found = zipKind(content.files);
    if (found !== kind)
      throw new FileRefused('contentMismatch', { type: kind.toUpperCase(), found });
    refuseParts(content.files);
    await refuseTypes(content, kind);
    await refuseRemote(content);
  });
}

function refuseParts(files: readonly ArchiveEntry[]): void {
  for (const { name } of files) {
    const extension = extensionOf(name);
    if (MACRO_PART.test(name)) {
      throw new FileRefused(/activex\//i.test(name) ? 'activeContent' : 'macro', {
        entry: shown(name),
      });
    }
    if (isExecutable(extension) || carriesMacros(extension)) {
      throw new FileRefused('activeContent', { entry: shown(name) });
    }
  }
}

async function refuseTypes(content: ZipContent, kind: OoxmlKind): Promise<void> {
  const types = text(await content.read(CONTENT_TYPES, PART_MAX));
  if (MACRO_TYPE.test(types)) throw new FileRefused('macro', { entry: CONTENT_TYPES });
  if (!types.includes(MAIN[kind])) throw new FileRefused('documentDamaged');
}

async function refuseRemote(content: ZipContent): Promise<void> {
  for (const { name } of content.files) {
    if (!name.endsWith('.rels')) continue;
    const relations = text(await content.read(name, PART_MAX));
    const elements = relations.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
    const fetched = elements.find((element) => FETCHED.test(element) && REMOTE.test(element));
    if (fetched) throw new FileRefused('documentRemote');
  }
}

/** XML as text; parts are UTF-8 or, rarely, UTF-16 with a byte order mark. */
function text(buffer: Buffer | undefined): string {
  if (!buffer) throw new FileRefused('documentDamaged');
  const mark = buffer.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return new TextDecoder('utf-16le').decode(buffer);
  if (mark === '\xfe\xff') return new TextDecoder('utf-16be').decode(buffer);
  return buffer.toString('utf8');
}
