import { z } from 'zod';
import { momentOf } from '@/lib/time/zoned';
import { reasonField } from '@/lib/workflows/standing/schema';

const both = (most: number) =>
  z.object({
    'zh-CN': z.string().trim().min(1).max(most),
    en: z.string().trim().min(1).max(most),
  });
const perhapsBoth = (most: number) =>
  z
    .object({
      'zh-CN': z.string().trim().max(most).default(''),
      en: z.string().trim().max(most).default(''),
    })
    .default({ 'zh-CN': '', en: '' });
const perhaps = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

/** A calendar day, `2026-11-21`, or nothing. */
const day = z
  .string()
  .trim()
  .refine((text) => text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && momentOf(text, 'UTC')), {
    error: 'standing.error.day',
  })
  .default('');

const content = z.object({
  title: both(100),
  body: both(5000),
  merchantId: perhaps,
  behaviour: perhapsBoth(300),
  result: perhapsBoth(500),
  decidedOn: day,
});

/** Inputs of an announcement's events. */
export const announcementInputs = {
  write: content.extend({ violationId: perhaps }),
  save: content,
  withdraw: z.object({ reason: reasonField }),
};
