import { z } from 'zod';

/** Names one showing of the checkout form: the same for every click on its button. */
const requestKey = z.string().regex(/^[\w-]{16,64}$/, 'form.error.wrongFormat');

const wholeNumber = z
  .union([z.number(), z.string().regex(/^\d{1,9}$/, 'form.error.wrongFormat')])
  .transform(Number)
  .pipe(z.number().int().min(1).max(999_999_999));

/** Inputs of the events; the form, the action and the command parse with these. */
export const orderInputs = {
  open: z.object({
    requestKey,
    skuId: z.string().min(1).max(60),
    quantity: wholeNumber,
    periods: wholeNumber,
    /** Fen shown to the buyer; another price is told instead of charged. */
    shownAmount: z
      .union([z.bigint(), z.string().regex(/^\d{1,18}$/, 'form.error.wrongFormat')])
      .transform(BigInt),
    /** Hash of the agreement shown to the buyer; another text is told instead of signed. */
    shownAgreement: z.string().min(1).max(64),
    /** The voucher that the buyer chose, one at most (sales.md 1.2). */
    voucherPieceId: z
      .string()
      .max(64)
      .optional()
      .transform((id) => id || undefined),
    agreed: z
      .union([z.boolean(), z.string()])
      .optional()
      .transform((value) => value === true || value === 'on' || value === 'true')
      .refine((value) => value, { message: 'order.error.open.notAgreed' }),
  }),
  /** Why an unpaid order cannot stand: no longer sold, or sold on other terms. */
  invalidate: z.object({ reason: z.enum(['delisted', 'changed']).default('delisted') }),
  /** `amount` in fen of the cash paid; `voucherBack`: the kind of refund that gives the voucher back (orders-and-refunds.md 7.3). */
  refund: z.object({ amount: z.bigint().positive(), voucherBack: z.boolean().default(false) }),
  cancelMany: z.object({ ids: z.array(z.string().min(1).max(60)).max(1000).default([]) }),
};
export type OrderInput = z.infer<typeof orderInputs.open>;
export type RefundInput = z.infer<typeof orderInputs.refund>;
