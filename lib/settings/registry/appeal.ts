import { z } from 'zod';
import { APPEAL_SIDES } from '@/db/schema/appeal';
import { setting } from '../define';

const ground = z.object({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  side: z.enum(APPEAL_SIDES),
  /** Needed for a key that the catalogs do not know. */
  name: z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) }).optional(),
  /** Files of delivery proof at least; 0 offers the field without asking for it. */
  deliveryProof: z.number().int().min(0).max(10),
  /** Signed letters of commitment at least. */
  commitmentLetter: z.number().int().min(0).max(10),
});

export type AppealGround = z.infer<typeof ground>;

const line = (
  side: AppealGround['side'],
  key: string,
  deliveryProof = 0,
  commitmentLetter = 0,
): AppealGround => ({ key, side, deliveryProof, commitmentLetter });

const workingDays = (value: number, rule: string) =>
  setting({ schema: z.number().int().min(1).max(60), default: value, unit: 'workingDays', rule });

export const appealSettings = {
  'appeal.handleWorkingDays': workingDays(3, 'service-supervision.md 7'),
  'appeal.answerWorkingDays': workingDays(2, 'service-supervision.md 7, inferred'),
  'appeal.grounds': setting<AppealGround[]>({
    schema: z.array(ground).min(1),
    default: [
      line('buyer', 'notDelivered'),
      line('buyer', 'notAsAgreed'),
      line('buyer', 'merchantUnreachable'),
      line('buyer', 'other'),
      line('merchant', 'neverAccepts', 1),
      line('merchant', 'buyerUnreachable', 1, 1),
      line('merchant', 'unclearRequirement'),
      line('merchant', 'unfoundedRejection'),
      line('merchant', 'other'),
    ],
    unit: 'table',
    rule: 'service-supervision.md 7',
  }),
  'appeal.filesPerKind': setting({
    schema: z.number().int().min(1).max(50),
    default: 10,
    unit: 'count',
    rule: 'service-supervision.md 7, inferred',
  }),
};
