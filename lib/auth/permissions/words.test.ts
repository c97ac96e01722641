import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { grantablePermissions } from './index';

describe('a permission that can be granted', () => {
  it('has a name, and its noun a heading, in every language', () => {
    const silent = LOCALES.flatMap((locale) => {
      const t = translator(locale, 'permission');
      return grantablePermissions().flatMap((permission) =>
        [`name.${permission}`, `group.${permission.split('.')[0]}`]
          .filter((key) => !t.has(key))
          .map((key) => `${locale}: permission.${key}`),
      );
    });
    expect(silent).toEqual([]);
  });
});
