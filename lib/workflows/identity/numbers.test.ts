import { assert, constantFrom, integer, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeCheck, isCreditCode, plainCreditCode } from './credit-code';
import { idNumberCheck, isIdNumber, maskIdNumber } from './id-number';

const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = stringMatching(/^[159ANY][1-9A]\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/).map((text) =>
  text.slice(0, 17),
);
const code = first17.map((text) => text + creditCodeCheck(text));

describe('a unified social credit code', () => {
  it('is accepted as real companies carry it', () => {
    for (const real of ['91330106MA2GUD1H0Y', '914403001922038216', '91440300708461136T']) {
      expect([real, isCreditCode(real)]).toEqual([real, true]);
    }
  });

  it('is refused when any single character is another one', () => {
    assert(
      property(
        code,
        integer({ min: 0, max: 17 }),
        constantFrom(...LETTERS),
        (right, at, letter) => {
          const wrong = right.slice(0, at) + letter + right.slice(at + 1);
          return isCreditCode(right) && isCreditCode(wrong) === (wrong === right);
        },
      ),
    );
  });

  it('is refused when two neighbours change places', () => {
    assert(
      property(code, integer({ min: 0, max: 15 }), (right, at) => {
        const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
        return swapped === right || !isCreditCode(swapped);
      }),
    );
  });

  it('has no I, O, S, V, Z, no other length and no other script', () => {
    for (const wrong of ['', '91330106MA2GUD1H0', '91330106MA2GUD1H0YY', '９1330106MA2GUD1H0Y']) {
      expect([wrong, isCreditCode(wrong)]).toEqual([wrong, false]);
    }
    assert(
      property(
        code,
        integer({ min: 8, max: 17 }),
        constantFrom(...'IOSVZ'),
        (right, at, letter) => {
          return !isCreditCode(right.slice(0, at) + letter + right.slice(at + 1));
        },
      ),
    );
    expect(isCreditCode(plainCreditCode(' 91330106 ma2gud1h0y '))).toBe(true);
  });
});

describe('a citizen identity number', () => {
  const today = new Date('2026-11-21T00:00:00Z');
  const number = tuple(
    constantFrom('110101', '330106', '440305', '650102', '911124'),
    integer({ min: Date.UTC(1930, 0, 1), max: Date.UTC(2026, 10, 20) }),
    integer({ min: 0, max: 999 }),
  ).map(([region, born, serial]) => {
    const day = new Date(born).toISOString().slice(0, 10).replace(/-/g, '');
    const first = `${region}${day}${String(serial).padStart(3, '0')}`;
    return first + idNumberCheck(first);
  });

  it('is accepted with its check digit and refused with any other digit anywhere', () => {
    assert(
      property(
        number,
        integer({ min: 0, max: 16 }),
        integer({ min: 1, max: 9 }),
        (right, at, add) => {
          const digit = (Number(right[at]) + add) % 10;
          const wrong = right.slice(0, at) + digit + right.slice(at + 1);
          return isIdNumber(right, today) && !isIdNumber(wrong, today);
        },
      ),
    );
  });

  it('is refused with an impossible or future birthday, or an unknown region', () => {
    const complete = (first: string) => first + idNumberCheck(first);
    for (const first of ['33010619900230123', '33010620990101123', '00010619900101123']) {
      expect([first, isIdNumber(complete(first), today)]).toEqual([first, false]);
    }
    expect(isIdNumber('11010519491231002X', today)).toBe(true);
    expect(isIdNumber('11010519491231002x', today)).toBe(false);
  });

  it('is masked so that only its ends are seen', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
  });
});
