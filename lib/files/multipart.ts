import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { FileRefused } from './refusal';

export interface Part {
  /** Fields that came before the file. */
  fields: ReadonlyMap<string, string>;
  name: string;
  /** The file's bytes. Ends only after the whole body was read, so that a second file is noticed. */
  body: Readable;
}

export interface Multipart {
  /**
   * Settles when the file begins; its bytes are not read before somebody reads `body`.
   * @throws {FileRefused} noFile, interrupted
   */
  part: Promise<Part>;
  /** Everything the sender sends, for whoever wants to read on after a refusal. */
  source: Readable;
}

const LIMITS = {
  files: 1,
  fields: 8,
  fieldSize: 200,
  fieldNameSize: 60,
  parts: 12,
  headerPairs: 32,
};

/** Reads a `multipart/form-data` body as a stream: some fields, then one file. */
export function readMultipart(contentType: string | null, body: ReadableStream | null): Multipart {
  const source = body ? Readable.fromWeb(body as NodeReadableStream) : Readable.from([]);
  // Its failures reach the reader of the parts; this keeps them from being unhandled as well.
  source.on('error', () => {});
  return { source, part: firstFile(contentType ?? '', source) };
}

function firstFile(contentType: string, source: Readable): Promise<Part> {
  return new Promise((resolve, reject) => {
    if (!/^multipart\/form-data\s*;/i.test(contentType)) {
      reject(new FileRefused('noFile'));
      return;
    }
    const fields = new Map<string, string>();
    const parser = openParser(contentType);
    if (!parser) {
      reject(new FileRefused('interrupted'));
      return;
    }
    const ended = new Promise<void>((settle, fail) => {
      parser.once('finish', settle);
      parser.once('filesLimit', () => fail(new FileRefused('oneFileOnly')));
      parser.once('error', () => fail(new FileRefused('interrupted')));
      source.once('error', () => fail(new FileRefused('interrupted')));
      source.once('close', () => source.readableEnded || fail(new FileRefused('interrupted')));
    });
    ended.then(() => reject(new FileRefused('noFile')), reject);
    parser.on('field', (name, value) => fields.set(name, value));
    parser.once('file', (_field, stream, name) => {
      resolve({ fields, name: readName(name), body: throughEnd(stream, ended) });
    });
    source.pipe(parser);
  });
}

/** Nothing when the header is wrong, such as one without a boundary. */
function openParser(contentType: string) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      preservePath: true,
      limits: LIMITS,
    });
  } catch {
    return undefined;
  }
}

/** Browsers send quotation marks in a file name as `%22`. */
const readName = (name: string | undefined) => (name ?? '').replaceAll('%22', '"');

function throughEnd(stream: BusboyFileStream, ended: Promise<void>): Readable {
  const broken = ended.then(
    () => undefined,
    (error: unknown) => {
      stream.destroy();
      return error;
    },
  );
  return Readable.from(
    (async function* () {
      try {
        yield* stream;
      } catch (error) {
        throw (await Promise.race([broken, undefined])) ?? error;
      }
      await ended;
    })(),
    { objectMode: false },
  );
}

/**
 * Reads on, keeping nothing, so that a browser which is still sending gets to read the answer. Gives up beyond
 * `maxBytes` or `maxMs`.
 * @returns whether everything was read
 */
export async function drain(source: Readable, maxBytes: number, maxMs: number): Promise<boolean> {
  const until = Date.now() + maxMs;
  let bytes = 0;
  try {
    source.unpipe();
    for await (const piece of source) {
      bytes += (piece as Buffer).length;
      if (bytes > maxBytes || Date.now() > until) return false;
    }
    return true;
  } catch {
    return false;
  }
}
