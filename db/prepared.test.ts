import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

it('keeps statements with values prepared, in a transaction and in a savepoint of it', async () => {
  const names = await withActor(system('test'), async ({ tx }) => {
    await tx.execute(sql`select ${'outside'}::text as outside_savepoint`);
    await tx.transaction((inner) => inner.execute(sql`select ${'inside'}::text as in_savepoint`));
    return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
  });
  const statements = names.map(({ statement }) => statement);
  expect(statements).toContain('select $1::text as outside_savepoint');
  expect(statements).toContain('select $1::text as in_savepoint');
});
