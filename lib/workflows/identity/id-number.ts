const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** First two digits: provinces, special regions, and 9 for permanent residents from abroad. */
const REGION = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

export const plainIdNumber = (text: string) => text.replace(/\s/g, '').toUpperCase();

/** The check digit of a citizen identity number (公民身份号码, GB 11643-1999). */
export function idNumberCheck(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += Number(first17[index]) * weight;
  return Number.isNaN(sum) ? undefined : CHECKS[sum % 11];
}

/** Seventeen digits and a check digit, with a region and a day of birth that is not in the future. */
export function isIdNumber(number: string, today: Date): boolean {
  if (!/^\d{17}[\dX]$/.test(number) || !REGION.test(number)) return false;
  if (idNumberCheck(number.slice(0, 17)) !== number[17]) return false;
  return isBirthday(number.slice(6, 14), today);
}

function isBirthday(digits: string, today: Date): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const date = new Date(Date.UTC(year as number, (month as number) - 1, day as number));
  const real = date.toISOString().slice(0, 10).replace(/-/g, '') === digits;
  return real && (year as number) >= 1900 && date <= today;
}

/** `330***********1234`: enough to recognise, too little to use. */
export const maskIdNumber = (number: string) =>
  `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(-4)}`;
