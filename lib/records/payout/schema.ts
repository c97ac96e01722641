import { z } from 'zod';
import { requestKey } from '@/lib/engine/once';
import { yuanField } from '@/lib/money/yuan';
import { momentOf } from '@/lib/time/zoned';

/** A calendar day that exists, `2026-11-21`. */
export const dayField = z
  .string()
  .trim()
  .min(1)
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && momentOf(text, 'UTC') !== undefined, {
    error: 'payout.error.day',
  });

const perhaps = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text || undefined)
  .optional();

/** Number of a transaction or an invoice as papers show it: spaces gone, capitals. */
const numberField = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
  .pipe(
    z
      .string()
      .min(4)
      .max(40)
      .regex(/^[A-Z0-9-]+$/, 'payout.error.number'),
  );

/** Inputs of payments to merchants and of platform-fee invoices given to them. */
export const payoutInputs = {
  pay: z.object({
    merchantId: z.string().trim().min(1),
    amount: yuanField,
    bankReference: numberField,
    paidOn: dayField,
    slipFileId: perhaps,
    note: perhaps,
    requestKey: requestKey.optional(),
  }),
  recordFeeInvoice: z.object({
    merchantId: z.string().trim().min(1),
    amount: yuanField,
    number: numberField,
    issuedOn: dayField,
    fileId: z.string().trim().min(1),
    note: perhaps,
    requestKey: requestKey.optional(),
  }),
};
