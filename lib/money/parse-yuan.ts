import type { Fen } from './ledger';

const YUAN = /^\d{1,13}(\.\d{1,2})?$/;

/** Yuan as people type them (`1,234.5`, `¥1234.50`) in fen; undefined for anything else, negative ones included. */
export function parseYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,¥]/g, '');
  if (!YUAN.test(plain)) return undefined;
  const [whole = '0', part = ''] = plain.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}
