import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { loadAllMessages, type Messages } from './messages';

/** Every sentence of a catalog by its whole key. */
function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [k, v] of flatten(value, `${prefix}${key}.`)) found.set(k, v);
  }
  return found;
}

/** The arguments and tags of a sentence, as `name` or `<tag>`. */
function argumentsOf(elements: MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    const inner =
      element.type === TYPE.tag
        ? [element.children]
        : element.type === TYPE.select || element.type === TYPE.plural
          ? Object.values(element.options).map((option) => option.value)
          : [];
    for (const part of inner) for (const name of argumentsOf(part)) names.add(name);
  }
  return names;
}

const { 'zh-CN': zh, en } = loadAllMessages();
const chinese = flatten(zh);
const english = flatten(en);

describe('the catalogs', () => {
  it('hold the same keys in both languages', () => {
    const missing = [
      ...[...chinese.keys()].filter((key) => !english.has(key)).map((key) => `en lacks ${key}`),
      ...[...english.keys()].filter((key) => !chinese.has(key)).map((key) => `zh-CN lacks ${key}`),
    ];
    expect(missing).toEqual([]);
    expect(chinese.size).toBeGreaterThan(20);
  });

  it('parse, and take the same arguments in both languages', () => {
    const wrong: string[] = [];
    for (const [key, sentence] of chinese) {
      const other = english.get(key);
      if (other === undefined) continue;
      try {
        const here = [...argumentsOf(parse(sentence))].sort().join(' ');
        const there = [...argumentsOf(parse(other))].sort().join(' ');
        if (here !== there) wrong.push(`${key}: zh-CN takes [${here}], en takes [${there}]`);
      } catch (error) {
        wrong.push(`${key}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('say something, and say it in their own language', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
    const chineseInEnglish = [...english].filter(
      ([key, text]) => /[\u4e00-\u9fff]/.test(text) && !key.startsWith('shell.language.'),
    );
    expect(chineseInEnglish).toEqual([]);
  });
});
