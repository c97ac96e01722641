import { z } from 'zod';
import { APPEAL_SIDES } from '@/db/schema/appeal';
import { setting } from '../define';
import { choice, codeOf, hints, rowsNamedBy, textPerLocale } from '../hints';

const ground = z
  .object({
    key: codeOf(/^[a-z][A-Za-z]*$/).register(hints, { words: 'appeal.ground' }),
    side: choice(APPEAL_SIDES, 'appeal.side'),
    /** Needed for a key that the catalogs do not know. */
    name: textPerLocale(() => 100).optional(),
    /** Files of delivery proof at least; 0 offers the field without asking for it. */
    deliveryProof: z.number().int().min(0).max(10),
    /** Signed letters of commitment at least. */
    commitmentLetter: z.number().int().min(0).max(10),
  })
  .register(hints, { words: 'settingTable.ground' });

export type AppealGround = z.infer<typeof ground>;

/** Grounds that the catalogs name. */
const KNOWN = [
  'notDelivered',
  'notAsAgreed',
  'merchantUnreachable',
  'neverAccepts',
  'buyerUnreachable',
  'unclearRequirement',
  'unfoundedRejection',
  'other',
];

const namedGround = ground.refine(({ key, name }) => name || KNOWN.includes(key), {
  path: ['name', 'zh-CN'],
  message: 'setting.error.name',
});

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
    schema: rowsNamedBy(z.array(namedGround).min(1), 'side', 'key'),
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
