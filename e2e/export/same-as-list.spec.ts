import { readdirSync } from 'node:fs';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { signInAs } from '../support/sign-in';

/** Who opens the lists of each portal. */
const READERS: [portal: string, email: string][] = [
  ['buyer', 'purchasing@hengtong.example'],
  ['merchant', 'owner@yunfan.example'],
  ['ops', 'admin@guildhall.example'],
  ['ops', 'reviewer@guildhall.example'],
  ['ops', 'finance@guildhall.example'],
];

/** Rows that one page of a list shows. */
const PAGE = 50;

/** Addresses of a portal's pages that need nothing but the portal. */
const addresses = (portal: string) =>
  readdirSync(`app/${portal}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)page\.tsx$/.test(name) && !name.includes('['))
    .map((name) => `/${portal}/${name.replace(/\/?page\.tsx$/, '')}`.replace(/\/$/, ''));

const plain = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** What a list's page shows: its rows, whether there are more, its filters and the address of its export. */
function listOf(html: string) {
  const csv = /href="(\/api\/ui\/exports\/[^"]*format=csv)"/.exec(html)?.[1];
  const table = /<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? '';
  const form = /<form[^>]*class="filters__form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(
    ([text, name = '']) => ({
      name,
      values: [...text.matchAll(/<option[^>]*value="([^"]+)"/g)].map(([, value = '']) => value),
    }),
  );
  return {
    csv: csv && plain(csv),
    tables: (html.match(/<tbody/g) ?? []).length,
    rows: (table.match(/<tr[ >]/g) ?? []).length,
    more: /rel="next"/.test(html),
    search: /<input[^>]*type="search"[^>]*name="([^"]+)"/.exec(form)?.[1],
    selects,
  };
}

/** How many records a CSV text holds below its header; a quoted field may go over several lines. */
function records(text: string): number {
  let quoted = false;
  let lines = 0;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (letter === '\n' && !quoted) lines += 1;
  }
  return lines - 1;
}

/** What differs between a list and its export at one address; nothing when they agree. */
async function difference(request: APIRequestContext, address: string): Promise<string[]> {
  const answer = await request.get(address);
  if (answer.status() !== 200) return [];
  const list = listOf(await answer.text());
  if (!list.csv) return [];
  const exported = await request.get(list.csv);
  if (exported.status() !== 200) return [`${address}: its export answers ${exported.status()}`];
  const count = records(await exported.text());
  const same = list.more ? list.rows <= PAGE && count > list.rows : count === list.rows;
  return same ? [] : [`${address}: ${list.rows} rows${list.more ? '+' : ''}, exported ${count}`];
}

for (const [portal, email] of READERS) {
  test(`every list of ${email.split('@')[0]} in ${portal} exports what its filters show`, async ({
    context,
  }) => {
    test.setTimeout(300_000);
    await signInAs(context, email);
    const { request } = context;
    const differing: string[] = [];
    let compared = 0;
    for (const address of addresses(portal)) {
      const answer = await request.get(address);
      if (answer.status() !== 200) continue;
      const list = listOf(await answer.text());
      // A page of several tables, such as one per group, is not one list.
      if (!list.csv || list.tables > 1) continue;
      const [select] = list.selects;
      const value = select?.values.at(-1);
      const views = [
        address,
        ...(select && value ? [`${address}?${select.name}=${encodeURIComponent(value)}`] : []),
        ...(list.search ? [`${address}?${list.search}=${encodeURIComponent('服务')}`] : []),
      ];
      for (const view of new Set(views)) {
        differing.push(...(await difference(request, view)));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
    expect(differing).toEqual([]);
  });
}
