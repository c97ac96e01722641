import { expect, test } from 'vitest';
import { SIGNATURE_WINDOW, signatureHolds, signBody } from './signature';

const now = new Date('2026-11-21T12:00:00Z');
const signature = signBody('key', 'body', now);

test('a signature holds for its body, its key and a few minutes', () => {
  expect(signatureHolds('key', 'body', signature, now)).toBe(true);
  expect(signatureHolds('key', 'bodY', signature, now)).toBe(false);
  expect(signatureHolds('yek', 'body', signature, now)).toBe(false);
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  expect(signatureHolds('key', 'body', signature, later(SIGNATURE_WINDOW))).toBe(true);
  expect(signatureHolds('key', 'body', signature, later(SIGNATURE_WINDOW + 1))).toBe(false);
  expect(signatureHolds('key', 'body', signature, later(-SIGNATURE_WINDOW - 1))).toBe(false);
});

test.each([null, '', 't=,v1=', 't=1,v1=zz', signature.slice(0, -1), `${signature}0`])(
  'what is no signature does not hold: %j',
  (text) => {
    expect(signatureHolds('key', 'body', text, now)).toBe(false);
  },
);
