import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the migrations. Processes run in the root of the source tree. */
export const MIGRATIONS = join(process.cwd(), 'db', 'migrations');

/** The list of the migrations, in their folder. */
export const JOURNAL = join('meta', '_journal.json');

type Journal = { entries: { tag: string; when: number }[] };

/** The migrations in the source tree, oldest first, with the hash that the database remembers them by. */
export function sourceMigrations(): { tag: string; hash: string }[] {
  const journal = join(MIGRATIONS, JOURNAL);
  if (!existsSync(journal)) return [];
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as Journal;
  return entries.map(({ tag }) => ({
    tag,
    hash: createHash('sha256')
      .update(readFileSync(join(MIGRATIONS, `${tag}.sql`)))
      .digest('hex'),
  }));
}
