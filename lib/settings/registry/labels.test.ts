import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translator';
import { SETTINGS } from './index';

describe('every rule', () => {
  it.each(['zh-CN', 'en'] as const)('is called by a name in %s, in a named group', (locale) => {
    const t = translator(locale, 'setting');
    const missing = Object.keys(SETTINGS).flatMap((key) =>
      [`label.${key}`, `group.${key.split('.')[0]}`].filter((name) => !t.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it('has a default that fits its own schema, and names where it comes from', () => {
    for (const [key, spec] of Object.entries(SETTINGS)) {
      expect(spec.schema.safeParse(spec.default).success, key).toBe(true);
      expect(spec.rule.length, key).toBeGreaterThan(3);
    }
  });
});
