import { describe, expect, it } from 'vitest';
import { outboundAddress } from './outbound';

describe('an address that leads away', () => {
  it('is a plain web address and nothing else', () => {
    expect(outboundAddress('https://example.com/a?b=1')).toBe('https://example.com/a?b=1');
    for (const wrong of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.com',
      'https://user:pass@example.com',
      '',
      undefined,
      'ftp://example.com',
    ]) {
      expect(outboundAddress(wrong)).toBeUndefined();
    }
  });
});
