import { describe, expect, it } from 'vitest';
import { negotiateLocale } from './locales';

describe('choosing a language', () => {
  it('takes the cookie first, when it names one of ours', () => {
    expect(negotiateLocale('en', 'zh-CN')).toBe('en');
    expect(negotiateLocale('fr', 'en-GB')).toBe('en');
  });

  it('takes the best language of the browser', () => {
    expect(negotiateLocale(null, 'fr;q=1, en-GB;q=0.8, zh;q=0.5')).toBe('en');
    expect(negotiateLocale(null, 'en;q=0.3, zh-TW;q=0.9')).toBe('zh-CN');
  });

  it('falls back to Chinese for anything else', () => {
    for (const header of [null, '', ';;;', 'fr', 'en;q=0', 'en;q=abc']) {
      expect(negotiateLocale(undefined, header)).toBe('zh-CN');
    }
  });
});
