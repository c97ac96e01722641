import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

function* filesUnder(path, skip) {
  if (skip.test(path) || !existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) yield* filesUnder(`${path}/${name}`, skip);
}

/**
 * A hash of the content of files and folders, by which a later start knows whether something was made from them.
 * @param {string[]} paths
 * @param {RegExp} skip files and folders that do not count
 * @param {string} [also] anything else that counts
 */
export function hashOf(paths, skip, also = '') {
  const hash = createHash('sha256').update(process.version).update(also);
  for (const path of paths)
    for (const file of filesUnder(path, skip))
      hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
