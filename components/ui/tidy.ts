/**
 * What people type, in the form the server wants; anything that cannot be read stays as it is, so
 * that the server can say what is wrong with it.
 */

/** `2026/1/5`, `20260105` and `2026年1月5日` become `2026-01-05`. */
export function tidyDate(text: string): string {
  const found = /^\s*(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?\s*$/.exec(text);
  if (!found) return text;
  const [, year, month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `9`, `9:05` and `9：05` become `09:00` and `09:05`. */
export function tidyClock(text: string): string {
  const found = /^\s*(\d{1,2})[:：]?(\d{2})?\s*$/.exec(text);
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : text;
}

/** `¥1,234.5` becomes `1234.50`. */
export function tidyMoney(text: string): string {
  const plain = text.replace(/[¥￥,，\s]/g, '');
  const [, whole, cents = ''] = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? text : `${whole}.${cents.padEnd(2, '0')}`;
}
