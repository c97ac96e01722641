import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { searchDocument, searchQuery } from './words';

const finds = async (document: string, query: string) => {
  const [row] = await getDatabase().execute<{ hit: boolean }>(
    sql`select to_tsvector('simple', ${searchDocument(document)}) @@ ${searchQuery(query)}::tsquery as hit`,
  );
  return row?.hit;
};

describe('the search', () => {
  it('finds Chinese words inside a sentence, English words in any case, and beginnings of the last word', async () => {
    expect(await finds('企业级数据迁移服务 MySQL 上云', '数据迁移')).toBe(true);
    expect(await finds('企业级数据迁移服务 MySQL 上云', 'mysql 迁移')).toBe(true);
    expect(await finds('企业级数据迁移服务 MySQL 上云', 'MyS')).toBe(true);
    expect(await finds('企业级数据迁移服务', '财务')).toBe(false);
  });

  it('survives whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (typed) => {
        const query = searchQuery(typed.replaceAll('\u0000', ''));
        if (query) await getDatabase().execute(sql`select ${query}::tsquery`);
      }),
      { numRuns: 100 },
    );
  });
});
