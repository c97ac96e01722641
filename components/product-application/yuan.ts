/** Yuan as typed → fen as digits; nothing for what is no amount. Far above the most a price may be, so that the form can say so. */
export function fenOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[¥,\s]/g, '');
  if (plain === '') return '';
  const [, whole, cents = ''] = /^(\d{1,16})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return whole === undefined
    ? undefined
    : String(BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0')));
}

/** Fen as digits → yuan with two decimals. */
export const yuanOf = (fen: string): string =>
  /^\d+$/.test(fen) ? `${BigInt(fen) / 100n}.${String(BigInt(fen) % 100n).padStart(2, '0')}` : '';
