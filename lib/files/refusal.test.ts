import { expect, test } from 'vitest';
import en from '@/lib/i18n/messages/en/file.json';
import zh from '@/lib/i18n/messages/zh-CN/file.json';
import { REFUSAL_CODES } from './refusal';

test('every refusal has its own sentence in both languages, and no sentence is left over', () => {
  const codes = [...REFUSAL_CODES].sort();
  for (const { error } of [zh, en]) {
    expect(Object.keys(error).sort()).toEqual(codes);
    expect(new Set(Object.values(error)).size).toBe(codes.length);
  }
});
