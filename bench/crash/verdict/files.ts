import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { originalKey } from '@/lib/files/content';
import type { Case } from './case';

/** Files that records name are there and attached; what was handed in is in the store, byte for byte. */
export async function judgeFiles(found: Case, dataDir: string): Promise<void> {
  const named = sql`select e.noun, e.event, e.subject_id, f ->> 'id' as id, f ->> 'sha256' as sha256
    from evidence e, jsonb_array_elements(e.files) f`;
  await found.expectNone(
    'files of a record that are gone or another',
    sql`select n.* from (${named}) n left join file on file.id = n.id where file.sha256 is distinct from n.sha256`,
  );
  await found.expectNone(
    'files that a command carried and nothing keeps',
    sql`select n.* from (${named}) n join file on file.id = n.id where n.noun <> 'file' and (file.state <> 'attached' or file.users = '{}')`,
  );
  const kept = await found.rows<{ id: string; sha256: string; variants: string[] }>(
    sql`select id, sha256, array(select v.value ->> 'key' from jsonb_each(variants) v) as variants
      from file where id in (select subject_id from evidence where noun = 'file' and event = 'upload')`,
  );
  const store = join(dataDir, 'files');
  const damaged = kept.filter(({ sha256, variants }) => {
    const path = join(store, originalKey(sha256));
    return (
      !existsSync(path) ||
      createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256 ||
      variants.some((key) => !existsSync(join(store, key)))
    );
  });
  found.figures.filesUploaded = kept.length;
  if (damaged.length > 0)
    found.wrong.push(`files without their bytes: ${damaged.length}, first ${damaged[0]?.id}`);
  const needed = new Set(
    kept.flatMap(({ sha256, variants }) => [originalKey(sha256), ...variants]),
  );
  const stored = (readdirSync(store, { recursive: true }) as string[]).filter((name) =>
    statSync(join(store, name)).isFile(),
  );
  // Cut off between bytes and row: nobody was answered, and the sweep of the store removes them in time.
  found.figures.uploadsCutOff = stored.filter((key) => !needed.has(key)).length;
}
