import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '@/db/seed';
import type { Actor } from '@/lib/auth/actor';
import { createBuyer, createMerchant } from '@/lib/testing/actors';

type Query = (...args: unknown[]) => Promise<unknown>;

/** Every module of reads in the house. */
const modules = import.meta.glob<Record<string, unknown>>([
  '/lib/**/queries.ts',
  '/lib/**/own-queries.ts',
  '/lib/**/*-queries.ts',
  '!/lib/**/*.test.ts',
]);

/** Reads that are for everybody, each with the reason. */
const PUBLIC: Record<string, string> = {
  listStoreProducts: 'the shelf',
  countStoreProducts: 'the shelf',
  getStoreProduct: 'the shelf',
  getSellable: 'what is on sale',
  listCategories: 'the catalogue',
  listProductQuestions: 'answered questions of a product',
  listSupportGroupsOf: 'shown on product pages',
  readClock: 'what time it is',
  listAttributes: 'preset attributes of the platform',
  listRules: 'rules that products are judged by',
  listPublished: 'public notices',
  countPublished: 'public notices',
};

/** Reads in which a merchant's owner finds itself. */
const OWN = new Set(['listMembers']);

/** Nothing: no rows, no figure, no object. Rules and defaults that say nothing about anybody are left out by name. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === 0 || value === 0n || value === '')
    return true;
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Map || value instanceof Set) return value.size === 0;
  if (typeof value === 'object' && 'rows' in value) return isNothing(value.rows);
  // Steps come with the time, which everybody may read (readClock).
  if (typeof value === 'object' && 'steps' in value) return isNothing(value.steps);
  return false;
}

let strangers: Record<string, Actor>;

beforeAll(async () => {
  await seedDemo();
  strangers = {
    visitor: { kind: 'visitor' },
    buyer: await createBuyer(),
    member: (await createMerchant()).owner,
  };
}, 120_000);

const reads: [string, Query][] = [];
for (const [path, load] of Object.entries(modules)) {
  for (const [name, value] of Object.entries(await load())) {
    if (typeof value === 'function' && /^(list|count|search)[A-Z]/.test(name)) {
      reads.push([`${path} ${name}`, value as Query]);
    }
  }
}

describe('a stranger', () => {
  it.each(reads.filter(([name]) => !((name.split(' ')[1] ?? '') in PUBLIC)))(
    'gets nothing from %s',
    async (name, read) => {
      for (const [kind, actor] of Object.entries(strangers)) {
        if (kind === 'member' && OWN.has(name.split(' ')[1] ?? '')) continue;
        let answer: unknown;
        try {
          answer = await read(actor, {}, {});
        } catch (error) {
          // Arguments of another shape: what fails gives nothing away.
          answer = error instanceof Error ? undefined : error;
        }
        expect(isNothing(answer), kind).toBe(true);
      }
    },
  );
});
