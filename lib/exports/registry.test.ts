import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { translator } from '@/lib/i18n/translator';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { EXPORTS } from './registry';

describe.each(Object.entries(EXPORTS))('the export %s', (_name, list) => {
  test('has words for its title and every column in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const t = translator(locale);
      const keys = [list.title, ...list.columns.map(({ header }) => header)];
      expect(keys.filter((key) => !t.has(key))).toEqual([]);
    }
  });

  test('forgives filters that make no sense, and runs as the hat it is for', async () => {
    const wrong = { q: ' ', state: 'x', from: '2026-13-45', kind: 'x', method: '9' };
    const filters = list.parse(wrong);
    const actors: Record<string, Actor> = {
      buyer: await createBuyer(),
      merchant: (await createMerchant()).owner,
      ops: await createOperator('finance'),
    };
    const rows: unknown[][] = [];
    for await (const batch of list.rows(actors[list.portal] as Actor, filters)) {
      rows.push(...(batch as unknown[][]));
    }
    // Lists of what everybody has are not empty; a row always fills its columns.
    for (const row of rows) expect(row).toHaveLength(list.columns.length);
  });
});
