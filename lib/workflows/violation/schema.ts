import { z } from 'zod';
import { MERCHANT_ACTIONS, PRODUCT_ACTIONS } from '@/db/schema/violation';
import { lastDayField, reasonField } from '@/lib/workflows/standing/schema';

/** Ids of uploads as a form carries them: one, several, or none. */
const fileIds = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : value),
  z.array(z.string()).max(10),
);
const optional = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

/** Inputs of a violation's events. */
export const violationInputs = {
  record: z
    .object({
      merchantId: z.string().trim().min(1),
      behaviour: z.string().trim().min(1),
      productId: optional,
      productAction: z.enum(PRODUCT_ACTIONS),
      merchantAction: z.enum(MERCHANT_ACTIONS),
      until: z.preprocess((value) => value || undefined, lastDayField.optional()),
      reason: reasonField,
      evidenceFileIds: fileIds,
    })
    .superRefine((input, context) => {
      const complain = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (input.productAction !== 'none' && !input.productId)
        complain('productId', 'violation.error.record.productNeeded');
      const listed = input.merchantAction === 'yellowList' || input.merchantAction === 'blacklist';
      if (listed && !input.until) complain('until', 'violation.error.record.untilNeeded');
    }),
  answer: z.object({ answer: reasonField, answerFileIds: fileIds }),
  uphold: z.object({ reply: reasonField }),
  revoke: z.object({ reply: reasonField }),
};
