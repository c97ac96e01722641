import { type FileHandle, open } from 'node:fs/promises';

/** Random access to a file on disk, so that nothing needs to be in memory whole. */
export interface Bytes {
  size: number;
  /** Up to `length` bytes from `position`; shorter at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
}

function bytesOf(handle: FileHandle, size: number): Bytes {
  return {
    size,
    async read(position, length) {
      const wanted = Math.max(0, Math.min(length, size - position));
      const buffer = Buffer.alloc(wanted);
      let got = 0;
      while (got < wanted) {
        const { bytesRead } = await handle.read(buffer, got, wanted - got, position + got);
        if (bytesRead === 0) break;
        got += bytesRead;
      }
      return buffer.subarray(0, got);
    },
  };
}

/** Opens the file at `path`, lends it, and closes it whatever happens. */
export async function withBytes<T>(path: string, use: (bytes: Bytes) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    return await use(bytesOf(handle, (await handle.stat()).size));
  } finally {
    await handle.close();
  }
}

const CHUNK = 1024 * 1024;

/**
 * Whether `test` holds for some stretch of the file, given as latin1 text in pieces of 1 MB that overlap by `overlap`
 * bytes, the longest match there may be.
 */
export async function contains(
  bytes: Bytes,
  test: (text: string) => boolean,
  overlap: number,
): Promise<boolean> {
  for (let at = 0; at < bytes.size; at += CHUNK) {
    const piece = await bytes.read(at, CHUNK + overlap);
    if (test(piece.toString('latin1'))) return true;
  }
  return false;
}
