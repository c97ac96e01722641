import { z } from 'zod';
import { setting } from '../define';

export const memberSettings = {
  'member.most': setting({
    schema: z.number().int().min(1).max(10_000),
    default: 50,
    unit: 'count',
    rule: 'onboarding.md 7.3',
  }),
  'member.inviteWithinDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 7,
    unit: 'days',
    rule: 'onboarding.md 7.3',
  }),
  'messageReceiver.most': setting({
    schema: z.number().int().min(1).max(1000),
    default: 50,
    unit: 'count',
    rule: 'onboarding.md 7.4',
  }),
};
