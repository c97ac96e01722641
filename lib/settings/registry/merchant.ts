import { z } from 'zod';
import { setting } from '../define';
import { hints } from '../hints';

const workingDays = (rule: string) =>
  setting({ schema: z.number().int().min(1).max(60), default: 3, unit: 'workingDays', rule });
const count = (fallback: number, rule: string) =>
  setting({ schema: z.number().int().min(1).max(100), default: fallback, unit: 'count', rule });
const rates = z
  .array(z.number().min(0).max(100).register(hints, { unit: 'percent' }))
  .min(1)
  .max(20);

export const merchantSettings = {
  'profileEdit.reviewWorkingDays': workingDays('onboarding.md 6'),
  'businessCertification.reviewWorkingDays': workingDays('onboarding.md 3.2'),
  'businessCertification.automatic': setting({
    schema: z.boolean(),
    default: true,
    unit: 'switch',
    rule: 'onboarding.md 5',
  }),
  'businessCertification.automaticHours': setting({
    schema: z.number().int().min(1).max(72),
    default: 2,
    unit: 'hours',
    rule: 'onboarding.md 5',
  }),
  'businessCertification.failuresBeforeLock': count(3, 'onboarding.md 5'),
  'businessCertification.taxRates': setting({
    schema: z
      .object({ general: rates, smallScale: rates })
      .register(hints, { words: 'businessCertification.taxpayer' }),
    default: { general: [13, 9, 6], smallScale: [3, 5, 1] },
    unit: 'table',
    rule: 'money.md 2.5',
  }),
  'support.groups': count(6, 'onboarding.md 7.2'),
  'support.presalesPhones': count(5, 'onboarding.md 7.2'),
  'support.hotline': setting({
    schema: z.string().max(30),
    default: '',
    unit: 'text',
    rule: 'onboarding.md 7.2',
  }),
};
