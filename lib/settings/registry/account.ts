import { z } from 'zod';
import { setting } from '../define';

export const accountSettings = {
  'account.perPhone': setting({
    schema: z.number().int().min(1).max(100),
    default: 3,
    unit: 'count',
    rule: 'onboarding.md 1.1 A2',
  }),
  'account.verifyWithinHours': setting({
    schema: z.number().int().min(1).max(168),
    default: 24,
    unit: 'hours',
    rule: 'onboarding.md 1.1 A1',
  }),
  'account.resetWithinMinutes': setting({
    schema: z.number().int().min(5).max(1440),
    default: 30,
    unit: 'minutes',
    rule: 'design.md 3.14',
  }),
  'account.sessionDays': setting({
    schema: z.number().int().min(1).max(90),
    default: 14,
    unit: 'days',
    rule: 'design.md 3.14',
  }),
};
