import { createHash } from 'node:crypto';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { BundleProblem, MANIFEST, RECORDS, SUMS } from './format';

interface ReadEntry {
  /** SHA-256 of the unpacked bytes. */
  sum: string;
  size: number;
  text?: string;
}

/** Records and lists are small; what claims to be more is none. */
const MOST_TEXT = 16 * 1024 * 1024;

/** A bundle whose entries were all read once and are what its list of sums says: none changed, missing or added. */
export class OpenBundle {
  readonly #entries: Map<string, ReadEntry>;

  private constructor(entries: Map<string, ReadEntry>) {
    this.#entries = entries;
  }

  /** @throws {BundleProblem} naming the first entry that is wrong */
  static async read(path: string): Promise<OpenBundle> {
    const zip = await yauzl
      .openPromise(path, { autoClose: false, lazyEntries: true })
      .catch((error: NodeJS.ErrnoException) => {
        throw new BundleProblem(
          error.code === 'ENOENT'
            ? `There is no file ${path}.`
            : `${path} is not a whole ZIP file.`,
        );
      });
    try {
      const entries = new Map<string, ReadEntry>();
      for await (const entry of eachEntry(zip, path)) {
        if (entries.has(entry.fileName))
          throw new BundleProblem(`${entry.fileName} is there twice.`);
        entries.set(entry.fileName, await readEntry(zip, entry));
      }
      checkSums(entries);
      return new OpenBundle(entries);
    } finally {
      zip.close();
    }
  }

  names(): string[] {
    return [...this.#entries.keys()].filter((name) => name !== SUMS);
  }

  sum(name: string): string {
    return this.#get(name).sum;
  }

  size(name: string): number {
    return this.#get(name).size;
  }

  text(name: string): string {
    return this.#get(name).text ?? '';
  }

  #get(name: string): ReadEntry {
    const entry = this.#entries.get(name);
    if (!entry) throw new BundleProblem(`${name} is missing.`);
    return entry;
  }
}

async function* eachEntry(zip: ZipFile, path: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof BundleProblem) throw error;
    throw new BundleProblem(`${path} is not a whole ZIP file.`);
  }
}

const isText = (name: string) => name === MANIFEST || name === SUMS || name.startsWith(RECORDS);

async function readEntry(zip: ZipFile, entry: Entry): Promise<ReadEntry> {
  const name = entry.fileName;
  const text = isText(name);
  if (text && entry.uncompressedSize > MOST_TEXT)
    throw new BundleProblem(`${name} is too large to be a record.`);
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      hash.update(chunk);
      size += chunk.length;
      if (text) pieces.push(chunk);
    }
  } catch {
    throw new BundleProblem(`${name} is damaged.`);
  }
  const read = { sum: hash.digest('hex'), size };
  return text ? { ...read, text: Buffer.concat(pieces).toString('utf8') } : read;
}

function checkSums(entries: Map<string, ReadEntry>): void {
  const sums = entries.get(SUMS);
  if (!sums) throw new BundleProblem(`${SUMS} is missing.`);
  const left = new Set(entries.keys());
  left.delete(SUMS);
  for (const line of (sums.text ?? '').split('\n').filter(Boolean)) {
    const name = line.slice(66);
    const entry = entries.get(name);
    if (!entry) throw new BundleProblem(`${name} is missing.`);
    if (entry.sum !== line.slice(0, 64))
      throw new BundleProblem(`${name} is not what was written.`);
    left.delete(name);
  }
  const [added] = left;
  if (added) throw new BundleProblem(`${added} was added afterwards.`);
}
