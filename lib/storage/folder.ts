import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotStored, type Storage, type StoredKey, UNFINISHED } from './port';

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
      const partial = join(base, `${UNFINISHED}${randomUUID()}`);
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
    list: () => walk(base, base),
  };
}

async function* walk(base: string, folder: string): AsyncGenerator<StoredKey> {
  const entries = await opendir(folder).catch(orMissing);
  for await (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(base, path);
    const found = entry.isFile() ? await stat(path).catch(orMissing) : undefined;
    if (found) yield { key: relative(base, path).split(sep).join('/'), at: found.mtime };
  }
}

/** What is gone by the time that it is looked at was not there. */
function orMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}

async function sizeOf(path: string): Promise<{ size: number } | undefined> {
  const found = await stat(path).catch(orMissing);
  return found && { size: found.size };
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
