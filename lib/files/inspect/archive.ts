import { formatBytes } from '@/lib/i18n/format';
import { extensionOf, shown } from '../name';
import { FileRefused } from '../refusal';
import type { ArchiveRule } from '../rule';

/** One entry as an archive lists it. Sizes in bytes. */
export interface ArchiveEntry {
  name: string;
  size: number;
  packed: number;
  directory: boolean;
  /** Symbolic or hard link, device: anything that is neither file nor directory. */
  link: boolean;
  encrypted: boolean;
}

/** Below this many bytes a high ratio is only a very regular document. */
export const RATIO_FLOOR = 20 * 1024 * 1024;

const ARCHIVES = new Set(
  'zip rar 7z tar gz tgz bz2 tbz2 xz txz zst lz lzma z cab arj ace jar war ear apk iso img dmg'.split(
    ' ',
  ),
);
const EXECUTABLES = new Set(
  'exe com scr pif bat cmd msi msp mst lnk vbs vbe jse wsf wsh hta cpl reg scf url inf gadget application'.split(
    ' ',
  ),
);
const MACRO_DOCUMENTS = new Set('docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam'.split(' '));

/** Whether an office document of this extension exists to carry macros. */
export const carriesMacros = (extension: string) => MACRO_DOCUMENTS.has(extension);
/** Whether a system would run a file of this extension when it is opened. */
export const isExecutable = (extension: string) => EXECUTABLES.has(extension);

/**
 * Watches an archive being listed, so that a hostile one is refused at the entry that gives it away, long before
 * its end. `add` throws; nothing is unpacked.
 */
export class ArchiveWatch {
  private entries = 0;
  private unpacked = 0;
  private packed = 0;
  readonly listed: ArchiveEntry[] = [];

  constructor(
    private readonly rule: ArchiveRule,
    /** Documents that are archives inside (OOXML) may hold what an archive of documents may not. */
    private readonly inside: 'archive' | 'document',
  ) {}

  /** @throws {FileRefused} archiveEntries, archivePath, encrypted, archiveNested, archiveExecutable, macro, archiveBomb */
  add(entry: ArchiveEntry): void {
    this.entries += 1;
    this.unpacked += entry.size;
    this.packed += entry.packed;
    if (this.entries > this.rule.maxEntries) {
      throw new FileRefused('archiveEntries', { max: this.rule.maxEntries });
    }
    if (entry.link || isUnsafePath(entry.name)) {
      throw new FileRefused('archivePath', { entry: shown(entry.name) });
    }
    if (entry.encrypted) throw new FileRefused('encrypted');
    this.refuseBomb();
    if (!entry.directory && this.inside === 'archive') refuseContent(entry.name);
    this.listed.push(entry);
  }

  /** @throws {FileRefused} archiveEmpty when no file was listed */
  finish(): ArchiveEntry[] {
    const files = this.listed.filter((entry) => !entry.directory);
    if (files.length === 0) throw new FileRefused('archiveEmpty');
    return files;
  }

  private refuseBomb(): void {
    const { maxUnpackedBytes, maxRatio } = this.rule;
    const swollen = this.unpacked > RATIO_FLOOR && this.unpacked > this.packed * maxRatio;
    if (this.unpacked > maxUnpackedBytes || swollen) {
      throw new FileRefused('archiveBomb', { max: formatBytes(maxUnpackedBytes), ratio: maxRatio });
    }
  }
}

function refuseContent(name: string): void {
  const extension = extensionOf(name);
  const entry = shown(name);
  if (ARCHIVES.has(extension)) throw new FileRefused('archiveNested', { entry });
  if (EXECUTABLES.has(extension)) throw new FileRefused('archiveExecutable', { entry });
  if (MACRO_DOCUMENTS.has(extension)) throw new FileRefused('macro', { entry });
}

/** Whether unpacking this name could write outside the folder it is unpacked to. */
export function isUnsafePath(name: string): boolean {
  const parts = name.replaceAll('\\', '/').split('/');
  return name.includes('\0') || parts[0] === '' || /^[a-z]:/i.test(name) || parts.includes('..');
}
