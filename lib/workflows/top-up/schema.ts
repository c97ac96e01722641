import { z } from 'zod';
import { requestKey } from '@/lib/engine/once';
import { yuanField } from '@/lib/money/yuan';

/** Inputs of the events; the form, the action and the command parse with these. */
export const topUpInputs = {
  open: z.object({
    requestKey,
    amount: yuanField,
    payerName: z.string().trim().min(1).max(100),
    slipFileId: z
      .string({ error: 'topUp.error.open.slipMissing' })
      .min(1, 'topUp.error.open.slipMissing'),
    note: z.string().trim().max(200).optional().default(''),
  }),
  start: z.object({ requestKey, amount: yuanField }),
  confirm: z.object({
    /** What the bank statement says came in. */
    amount: yuanField,
    bankReference: z
      .string()
      .trim()
      .min(4)
      .max(64)
      .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()),
  }),
  refuse: z.object({ reason: z.string().trim().min(2).max(500) }),
  link: z.object({ providerRef: z.string().min(1).max(100), payUrl: z.string().min(1).max(2000) }),
  settle: z.object({ providerRef: z.string().min(1).max(100), amount: z.bigint() }),
  fail: z.object({ reason: z.enum(['declined', 'unavailable']) }),
};
