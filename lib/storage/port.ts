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
  /** Every key in no order, and beginnings that a killed process left behind (`isUnfinished`), which `remove` takes too. */
  list(): AsyncIterable<StoredKey>;
}

/** A key and when its bytes were written, by the store's clock. */
export interface StoredKey {
  key: string;
  at: Date;
}

/** What a name begins with under which a store writes before it knows that all has come. */
export const UNFINISHED = '.partial-';
/** Whether a listed key names bytes of a write that did not end. */
export const isUnfinished = (key: string): boolean => key.startsWith(UNFINISHED);

/** There is nothing under this key. */
export class NotStored extends Error {
  constructor(key: string) {
    super(`nothing is stored under ${key}`);
    this.name = 'NotStored';
  }
}
