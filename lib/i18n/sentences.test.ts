import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = ['app', 'components'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(root, name)),
);

/** The source without its comments (strings that look like comments are rare enough here). */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

describe('pages and components', () => {
  it('hold no Chinese: sentences live in the catalogs', () => {
    const found = files.flatMap((file) =>
      code(file)
        .split('\n')
        .filter((line) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it('hold no English words between tags or in spoken attributes', () => {
    const literal = />\s*([^<>{}]*[A-Za-z]{2,}[^<>{}]*?)\s*<\/[A-Za-z]/g;
    const attribute =
      /\b(?:placeholder|title|alt|aria-label|label|description)="([^"]*[A-Za-z]{2,}[^"]*)"/g;
    const found = files.flatMap((file) => {
      const text = code(file);
      return [...text.matchAll(literal), ...text.matchAll(attribute)]
        .map((match) => match[1] ?? '')
        .filter((words) => !/[=;()]|=>|^https?:/.test(words))
        .map((words) => `${file}: ${words.trim()}`);
    });
    expect(found).toEqual([]);
  });
});
