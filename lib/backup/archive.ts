import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { BackupProblem, MANIFEST, type Manifest, manifest, SUMS } from './format';

/** A backup that was opened for reading. */
export class OpenBackup {
  readonly manifest: Manifest;
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;

  private constructor(zip: ZipFile, entries: Map<string, Entry>, read: Manifest) {
    this.#zip = zip;
    this.#entries = entries;
    this.manifest = read;
  }

  /**
   * Opens a backup and reads all of it once: every entry has the sum that the backup names for it, none is missing and
   * none was added.
   * @throws {BackupProblem} naming the first entry that is wrong
   */
  static async open(path: string): Promise<OpenBackup> {
    const zip = await yauzl
      .openPromise(path, { autoClose: false, lazyEntries: true })
      .catch((error: NodeJS.ErrnoException) => {
        throw new BackupProblem(
          error.code === 'ENOENT'
            ? `There is no file ${path}.`
            : `${path} is not a whole ZIP file.`,
        );
      });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      const whole = async (name: string) => {
        const entry = entries.get(name);
        if (!entry) throw new BackupProblem(`The backup lacks ${name}.`);
        return text(await zip.openReadStreamPromise(entry));
      };
      await checkSums(await whole(SUMS), entries, zip);
      const read = manifest.safeParse(JSON.parse(await whole(MANIFEST)));
      if (!read.success)
        throw new BackupProblem(
          'The backup was made by a version of Guildhall that this one cannot read.',
        );
      return new OpenBackup(zip, entries, read.data);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  names(prefix: string): string[] {
    return [...this.#entries.keys()].filter((name) => name.startsWith(prefix));
  }

  /** The unpacked bytes of an entry, with their number. */
  async read(name: string): Promise<{ body: Readable; bytes: number }> {
    const entry = this.#entries.get(name);
    if (!entry) throw new BackupProblem(`The backup lacks ${name}.`);
    return { body: await this.#zip.openReadStreamPromise(entry), bytes: entry.uncompressedSize };
  }

  close(): void {
    this.#zip.close();
  }
}

async function checkSums(sums: string, entries: Map<string, Entry>, zip: ZipFile): Promise<void> {
  const left = new Set(entries.keys());
  left.delete(SUMS);
  for (const line of sums.split('\n').filter(Boolean)) {
    const name = line.slice(66);
    const entry = entries.get(name);
    if (!entry) throw new BackupProblem(`The backup lacks ${name}.`);
    const hash = createHash('sha256');
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk);
    } catch {
      throw new BackupProblem(`${name} in the backup is damaged.`);
    }
    if (hash.digest('hex') !== line.slice(0, 64))
      throw new BackupProblem(`${name} in the backup is not what was written.`);
    left.delete(name);
  }
  const [added] = left;
  if (added) throw new BackupProblem(`${added} in the backup was added afterwards.`);
}
