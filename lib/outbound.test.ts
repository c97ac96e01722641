import { describe, expect, it } from 'vitest';
import { linksOverLeaving, outboundAddress } from './outbound';

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

describe('links that merchants write', () => {
  it('lead over the page that says one is leaving', () => {
    expect(
      linksOverLeaving(
        '<a href="https://a.example/?x=1&amp;y=2" rel="x">a</a> <img src="/api/files/fl_1" />',
      ),
    ).toBe(
      '<a href="/leaving?to=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D2" rel="x">a</a> <img src="/api/files/fl_1" />',
    );
  });
});
