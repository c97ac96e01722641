import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORTS } from '@/lib/exports/registry';

/** Pages in a list's frame that are no list of records, each with the reason. */
const EXCEPTIONS: Record<string, string> = {
  'app/buyer/page.tsx': 'an overview: the first rows of lists that have pages of their own',
  'app/ops/page.tsx': 'an overview: the first rows of the queue',
  'app/buyer/balance/top-up/page.tsx': 'a form',
  'app/buyer/checkout/page.tsx': 'a form',
  'app/ops/reconciliation/page.tsx':
    'a report of one moment, with the times of the reports before it',
};

/** What every list has, by the tag that shows it. */
const PARTS = ['<FilterBar', '<ExportLinks', '<EmptyState'];

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)page\.tsx$/.test(name))
  .map((name) => `app/${name}`);

/** The source of a page with that of what it is made of in `app` and `components`; the common ones in `ui` and `shell` only carry. */
function sourceOf(path: string, seen = new Set<string>()): string {
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const parts = [...text.matchAll(/from '((?:@\/app|@\/components|\.{1,2})\/[^']+)'/g)]
    .map(([, from = '']) => (from.startsWith('@/') ? from.slice(2) : join(dirname(path), from)))
    .flatMap((from) => [`${from}.tsx`, `${from}.ts`])
    .filter((from) => !/^components\/(ui|shell)\//.test(from))
    .filter((from) => existsSync(from) && !seen.has(from));
  return [text, ...parts.map((part) => sourceOf(part, seen))].join('\n');
}

const lists = pages
  .map((page) => ({ page, source: sourceOf(page) }))
  .filter(({ source }) => source.includes('<ListPage'));

describe('every list', () => {
  it('has filters, an export and an empty state', () => {
    const lacking = lists
      .filter(({ page }) => !(page in EXCEPTIONS))
      .flatMap(({ page, source }) =>
        PARTS.filter((part) => !source.includes(part)).map((part) => `${page} lacks ${part}>`),
      );
    expect(lacking).toEqual([]);
  });

  it('that is excepted is still there, and still needs the exception', () => {
    const needless = Object.keys(EXCEPTIONS).filter((page) => {
      const source = lists.find((list) => list.page === page)?.source;
      return source === undefined || PARTS.every((part) => source.includes(part));
    });
    expect(needless).toEqual([]);
  });

  it('exports under a name that the registry knows, and the registry names no list without a page', () => {
    const portals = ['buyer', 'merchant', 'ops'];
    const named = pages.flatMap((page) =>
      [...sourceOf(page).matchAll(/exportHref\(\s*['`]([^'`]+)['`]/g)].map(([, name = '']) => name),
    );
    // One component shows a list in several portals; which of them have a page is the registry's to say.
    const used = named.flatMap((name) => {
      const known = portals
        .map((portal) => name.replace(/\$\{\w+\}/, portal))
        .filter((one) => one in EXPORTS);
      return known.length > 0 ? known : [name];
    });
    expect([...new Set(used)].sort()).toEqual(Object.keys(EXPORTS).sort());
  });
});
