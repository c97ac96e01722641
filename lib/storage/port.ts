import type { Readable } from 'node:stream';

/** A stretch of bytes; `end` is included. */
export interface StorageRange {
  start: number;
  end: number;
}

/**
 * Where files are kept. Keys are made of the content's hash, so a key's content never changes: writing the same key
 * twice writes the same bytes, in any order and from any process.
 */
export interface Storage {
  /** Keeps `size` bytes of `body` under `key`. When it settles the bytes are safe; when it fails there is nothing. */
  put(key: string, body: Readable, size: number): Promise<void>;
  /** @throws {NotStored} */
  get(key: string, range?: StorageRange): Promise<Readable>;
  /** The size in bytes, or nothing when there is no such key. */
  stat(key: string): Promise<{ size: number } | undefined>;
  /** Forgets a key; one that is not there is no error. */
  remove(key: string): Promise<void>;
}

/** There is nothing under this key. */
export class NotStored extends Error {
  constructor(key: string) {
    super(`nothing is stored under ${key}`);
    this.name = 'NotStored';
  }
}
