import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { SUMS } from './format';

const NEWLINE = 0x0a;

/** A ZIP file that grows entry by entry on the disk and keeps the sum of each. */
export class GrowingArchive {
  readonly #zip = new yazl.ZipFile();
  readonly #sums: string[] = [];
  readonly #written: Promise<void>;
  /** Settles when nothing can be written any more. */
  readonly #over: Promise<unknown>;
  #failure: Error | undefined;

  constructor(path: string) {
    const file = createWriteStream(path, { mode: 0o600, flush: true });
    this.#written = pipeline(this.#zip.outputStream, file);
    this.#over = this.#written.catch((error) => {
      this.#failure = error;
    });
  }

  /**
   * Adds one entry. `open`'s bytes are read to their end also when they cannot be written any more: half of an answer
   * left unread would block the connection that it comes from.
   * @throws what went wrong with the file on the disk
   */
  async add(
    name: string,
    open: () => Promise<Readable>,
    { compress = true } = {},
  ): Promise<{ bytes: number; lines: number }> {
    const hash = createHash('sha256');
    let bytes = 0;
    let lines = 0;
    const body = await open();
    const entry = new PassThrough();
    this.#zip.addReadStream(entry, name, { compress });
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (this.#failure) continue;
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1))
        lines += 1;
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), this.#over]);
    }
    entry.end();
    if (this.#failure) throw this.#failure;
    this.#sums.push(`${hash.digest('hex')}  ${name}\n`);
    return { bytes, lines };
  }

  /** Adds the sums and waits until all is on the disk. */
  async end(): Promise<void> {
    this.#zip.addBuffer(Buffer.from(this.#sums.join('')), SUMS);
    this.#zip.end();
    await this.#written;
  }

  /** Gives up what was not ended. */
  abandon(): void {
    (this.#zip.outputStream as Readable).destroy();
  }
}
