import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translator';
import { ENTRIES, visibleGroups } from './all';
import { GROUPS, type Place } from './entry';

/** Addresses of all pages; `(groups)` do not appear in an address. */
const pages = new Set(
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)page\.tsx$/.test(name))
    .map((name) => `/${name.replace(/(^|\/)page\.tsx$/, '').replace(/\([^)]+\)\/?/g, '')}`)
    .map((path) => (path === '/' ? path : path.replace(/\/$/, ''))),
);

const all = (Object.keys(ENTRIES) as Place[]).flatMap((place) =>
  ENTRIES[place].map((entry) => ({ place, ...entry })),
);

describe('the navigation', () => {
  it('leads only to pages that exist', () => {
    const dead = all.filter(({ href }) => !pages.has(href.split('?')[0] ?? '')).map((e) => e.href);
    expect(dead).toEqual([]);
  });

  it('has words for every entry and every group in use', () => {
    const t = translator('zh-CN', 'nav');
    const silent = all.flatMap(({ place, key, group }) => [
      ...(t.has(`${place}.${key}`) ? [] : [`nav.${place}.${key}`]),
      ...(group && !t.has(`group.${place}.${group}`) ? [`nav.group.${place}.${group}`] : []),
    ]);
    expect(silent).toEqual([]);
  });

  it('names each entry once and puts it in a group of its portal', () => {
    const names = all.map(({ place, key }) => `${place}.${key}`);
    expect(names.length).toBe(new Set(names).size);
    const lost = all.filter(
      ({ place, group }) =>
        GROUPS[place].length > 0 && !(GROUPS[place] as readonly string[]).includes(group ?? ''),
    );
    expect(lost).toEqual([]);
  });

  it('shows nothing that asks for a permission the person lacks', () => {
    for (const place of Object.keys(ENTRIES) as Place[]) {
      const shown = visibleGroups(place, []).flatMap(({ entries }) => entries);
      expect(shown.filter(({ permission }) => permission !== null)).toEqual([]);
    }
  });
});
