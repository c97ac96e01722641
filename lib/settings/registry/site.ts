import { z } from 'zod';
import { setting } from '../define';

export const siteSettings = {
  'site.timeZone': setting({
    schema: z.string().min(1),
    default: 'Asia/Shanghai',
    unit: 'text',
    rule: 'design.md 3.7',
  }),
  'review.claimMinutes': setting({
    schema: z.number().int().min(1).max(240),
    default: 15,
    unit: 'minutes',
    rule: 'design.md 3.10',
  }),
  'review.undoSeconds': setting({
    schema: z.number().int().min(0).max(600),
    default: 60,
    unit: 'seconds',
    rule: 'design.md 3.10',
  }),
};
