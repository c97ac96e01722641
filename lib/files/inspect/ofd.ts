import { extensionOf, shown } from '../name';
import { FileRefused } from '../refusal';
import type { ArchiveRule } from '../rule';
import { type ArchiveEntry, carriesMacros, isExecutable } from './archive';
import { zipKind } from './ooxml';
import { withZip, type ZipContent } from './zip';

const OFD_ENTRY = 'OFD.xml';
const PART_MAX = 4 * 1024 * 1024;

const ROOT = /<(?:[\w-]+:)?OFD\s[^>]*xmlns(?::[\w-]+)?=["']http:\/\/www\.ofdspec\.org[^"']*["']/;
const DOC_ROOT = /<(?:[\w-]+:)?DocRoot>\s*([^<\s]+)\s*<\/(?:[\w-]+:)?DocRoot>/g;
const DOCUMENT = /<(?:[\w-]+:)?Document[\s>]/;
const DECLARED = /<!(?:DOCTYPE|ENTITY)/i;
/** Actions that open something else than a page of the document itself. */
const ACTION = /<(?:[\w-]+:)?(?:GotoA|Sound|Movie|JavaScript)[\s/>]/;
const SCRIPT = new Set('js mjs vbs html htm svg php py sh ps1'.split(' '));

/**
 * An OFD document (GB/T 33190): a ZIP with `OFD.xml` that names the documents inside, each of them there, without
 * programs, scripts, entities or actions that start something.
 * @throws {FileRefused} contentMismatch, documentDamaged, activeContent, encrypted, archive…
 */
export async function inspectOfd(path: string, rule: ArchiveRule): Promise<void> {
  await withZip(path, { rule, inside: 'document', damaged: 'documentDamaged' }, async (content) => {
    const found = zipKind(content.files);
    if (found !== 'ofd')
      throw new FileRefused('contentMismatch', { type: 'OFD', found: found.toUpperCase() });
    refuseEntries(content.files);
    await refuseParts(content);
  });
}

function refuseEntries(files: readonly ArchiveEntry[]): void {
  for (const { name } of files) {
    const extension = extensionOf(name);
    if (isExecutable(extension) || carriesMacros(extension) || SCRIPT.has(extension)) {
      throw new FileRefused('activeContent', { entry: shown(name) });
    }
  }
}

async function refuseParts(content: ZipContent): Promise<void> {
  const entry = await xmlOf(content, OFD_ENTRY);
  if (!ROOT.test(entry)) throw new FileRefused('documentDamaged');
  const roots = [...entry.matchAll(DOC_ROOT)].map(([, root = '']) => root.replace(/^\//, ''));
  if (roots.length === 0) throw new FileRefused('documentDamaged');
  for (const root of roots) {
    if (!DOCUMENT.test(await xmlOf(content, root))) throw new FileRefused('documentDamaged');
  }
  for (const { name } of content.files) {
    if (!/\.xml$/i.test(name)) continue;
    if (ACTION.test(await xmlOf(content, name)))
      throw new FileRefused('activeContent', { entry: shown(name) });
  }
}

/** A part as text: UTF-8 without declarations, which nobody needs and readers expand. */
async function xmlOf(content: ZipContent, name: string): Promise<string> {
  const part = await content.read(name, PART_MAX);
  if (!part) throw new FileRefused('documentDamaged');
  const text = part.toString('utf8');
  if (DECLARED.test(text)) throw new FileRefused('activeContent', { entry: shown(name) });
  return text;
}
