import { z } from 'zod';
import { TIME_ZONE } from '@/lib/i18n/locales';
import { momentOf } from '@/lib/time/zoned';

const DAY = 86_400_000;

export const reasonField = z.string().trim().min(5).max(1000);

/** The last day of a list, `2026-11-21`; parsed to the moment at which that day is over. */
export const lastDayField = z
  .string()
  .trim()
  .min(1)
  .transform((text, context): Date => {
    const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? momentOf(text, TIME_ZONE) : undefined;
    if (start) return new Date(start.getTime() + DAY);
    context.addIssue({ code: 'custom', message: 'standing.error.day' });
    return z.NEVER;
  });

const violationId = z.string().min(1).optional();
const listed = z.object({ until: lastDayField, reason: reasonField, violationId });

/** Inputs of the events of a standing. */
export const standingInputs = {
  open: z.object({ merchantId: z.string().min(1) }),
  yellowList: listed,
  blacklist: listed,
  expel: z.object({ reason: reasonField, violationId }),
  restore: z.object({ reason: reasonField }),
};
