import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotStored, type Storage } from './port';

/** Keeps files in a folder. Several processes may share it. */
export function folderStorage(root: string): Storage {
  const base = resolve(root);
  const place = (key: string): string => {
    const path = resolve(base, key);
    if (!path.startsWith(base + sep)) throw new Error(`key leaves the folder: ${key}`);
    return path;
  };
  return {
    async put(key, body, size) {
      const path = place(key);
      const partial = join(base, `.partial-${randomUUID()}`);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const written = createWriteStream(partial, { mode: 0o600, flush: true });
        await pipeline(body, written);
        if (written.bytesWritten !== size)
          throw new Error(`${key}: ${written.bytesWritten} of ${size} bytes`);
        await rename(partial, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    async get(key, range) {
      const path = place(key);
      if (!(await sizeOf(path))) throw new NotStored(key);
      return createReadStream(path, range);
    },
    stat: async (key) => sizeOf(place(key)),
    remove: async (key) => rm(place(key), { force: true }),
  };
}

async function sizeOf(path: string): Promise<{ size: number } | undefined> {
  try {
    return { size: (await stat(path)).size };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A rename is safe once the folder that names the file is on disk. Windows cannot, and need not, do that. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
