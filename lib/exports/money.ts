/** Fen as a plain decimal number of yuan, for machines: `-1234.50`. */
export function formatYuan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}
