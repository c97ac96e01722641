import { z } from 'zod';
import { AGREEMENT_KINDS } from '@/db/schema/agreement';

const both = (maximum: number) =>
  z.object({
    'zh-CN': z.string().trim().min(1).max(maximum),
    en: z.string().trim().min(1).max(maximum),
  });

/** A moment from a form: empty, a day (`2026-11-21`), a minute, or an ISO moment. Days begin in the marketplace's zone. */
const momentText = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/)
  .or(z.literal(''))
  .optional();

export const agreementInputs = {
  add: z.object({
    kind: z.enum(AGREEMENT_KINDS),
    title: both(100),
    body: both(100_000),
    summary: both(1000),
    /** Empty: at once. */
    effectiveFrom: momentText,
  }),
  sign: z.object({
    agreementId: z.string().min(1),
    agreed: z.literal(['on', 'true', true], { error: 'agreement.error.sign.notAgreed' }),
  }),
};
