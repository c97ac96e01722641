import { z } from 'zod';
import { REFUND_END_REASONS } from '@/db/schema/refund';
import { yuanField } from '@/lib/money/yuan';
import { REFUND_DOCUMENTS } from '@/lib/settings/registry/refund';

const opinion = z.string().trim().min(1).max(1000);

const fileIds = z
  .array(z.string().min(1).max(64))
  .max(100)
  .transform((ids) => [...new Set(ids)]);

/** Ids of uploaded files by kind; which and how many are asked for is the setting `refund.documents`. */
const documents = z.partialRecord(z.enum(REFUND_DOCUMENTS), fileIds).default({});

/** A box to tick, as forms and scripts send it. */
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === 'on' || value === 'true');

/** Inputs of the events of a refund (orders-and-refunds.md 7.4); the form, the action and the command parse with these. */
export const refundInputs = {
  open: z.object({
    orderId: z.string().min(1).max(64),
    /** Yuan as typed; fen when parsed. */
    amount: yuanField,
    reason: z.string().min(1).max(40),
    explanation: z.string().trim().max(1000).default(''),
    /** The merchant may see the account's name, phone and e-mail. */
    share: ticked,
  }),
  agree: z.object({ opinion, documents }),
  reject: z.object({ opinion, documents }),
  end: z.object({ reason: z.enum(REFUND_END_REASONS) }),
};

export type OpenRefundInput = z.infer<typeof refundInputs.open>;
export type DecisionInput = z.infer<typeof refundInputs.agree>;
