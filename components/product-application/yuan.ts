/** Yuan as typed → fen as digits; nothing for what is no amount. */
export function fenOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[¥,\s]/g, '');
  if (plain === '') return '';
  const [, whole, cents = ''] = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return whole === undefined
    ? undefined
    : String(BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0')));
}

/** Fen as digits → yuan with two decimals. */
export const yuanOf = (fen: string): string =>
  /^\d+$/.test(fen) ? `${BigInt(fen) / 100n}.${String(BigInt(fen) % 100n).padStart(2, '0')}` : '';
