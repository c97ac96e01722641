import { z } from 'zod';
import { setting } from '../define';

export const identitySettings = {
  'identity.reviewWorkingDays': setting({
    schema: z.number().int().min(1).max(30),
    default: 1,
    unit: 'workingDays',
    rule: 'onboarding.md 1.1 A4',
  }),
};
