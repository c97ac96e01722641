const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** As it is kept: without spaces, in capitals. */
export const plainCreditCode = (text: string) => text.replace(/\s/g, '').toUpperCase();

/**
 * The check character of a unified social credit code (统一社会信用代码, GB 32100-2015): weighted sum of the first 17
 * characters modulo 31.
 */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17[index] ?? ' ');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** Eighteen characters of the right kinds whose last one checks the others. */
export function isCreditCode(code: string): boolean {
  return SHAPE.test(code) && creditCodeCheck(code.slice(0, 17)) === code[17];
}
