import { z } from 'zod';
import type { Fen } from './ledger';
import { parseYuan } from './parse-yuan';

/** An amount field: text in yuan with at most two decimals, above zero; parsed to fen. Keys: `money.error.*`. */
export const yuanField = z
  .string({ error: 'money.error.required' })
  .trim()
  .min(1, 'money.error.required')
  .transform((text, context): Fen => {
    const fen = parseYuan(text);
    if (fen !== undefined && fen > 0n) return fen;
    context.addIssue({ code: 'custom', message: 'money.error.format' });
    return z.NEVER;
  });
