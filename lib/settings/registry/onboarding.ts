import { z } from 'zod';
import { setting } from '../define';

const count = (fallback: number, max: number, rule: string) =>
  setting({ schema: z.number().int().min(0).max(max), default: fallback, unit: 'count', rule });
const flag = (rule: string) =>
  setting({ schema: z.boolean(), default: false, unit: 'switch', rule });

export const onboardingSettings = {
  'onboarding.reviewWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'workingDays',
    rule: 'onboarding.md 3.2',
  }),
  'onboarding.excludedProgrammes': setting({
    schema: z.array(z.string().min(1).max(60)).max(50),
    default: ['eliteServiceProvider'],
    unit: 'list',
    rule: 'onboarding.md 1.1 A7',
  }),
  'onboarding.individualPath': flag('onboarding.md 1.2'),
  'onboarding.reentry': flag('onboarding.md 6.1'),
  'onboarding.minimumCapital': count(50, 1_000_000, 'onboarding.md 1.2 C3'),
  'onboarding.minimumStaff': count(5, 10_000, 'onboarding.md 1.2 C4'),
  'onboarding.serviceDays': count(5, 7, 'onboarding.md 1.2 C5'),
  'onboarding.serviceHours': count(8, 24, 'onboarding.md 1.2 C5'),
};
