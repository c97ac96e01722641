import { z } from 'zod';
import { emailAddress, mobileNumber, plainText, serviceNumber } from '@/lib/contact';
import { covers } from './hours';

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'supportGroup.error.form.time');

const stretch = z
  .object({
    days: z
      .array(z.coerce.number().int().min(1).max(7), 'supportGroup.error.form.days')
      .min(1, 'supportGroup.error.form.days')
      .max(7)
      .transform((days) => [...new Set(days)].sort()),
    from: time,
    to: time,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'supportGroup.error.form.order' });

export const stretches = z.array(stretch, 'supportGroup.error.form.days').min(1).max(5);

export interface SupportPolicy {
  /** Least days a week and hours a day. */
  days: number;
  hours: number;
}

const enough = (policy: SupportPolicy) =>
  stretches.refine((hours) => covers(hours, policy.days, policy.hours), {
    error: 'supportGroup.error.form.tooFewHours',
    params: { days: policy.days, hours: policy.hours },
  });

const line = (max: number) => z.string().transform(plainText).pipe(z.string().min(1).max(max));

/** After-sales group: content, hours of at least 5x8, telephone, mailbox (onboarding.md 7.2). */
export const supportGroupForm = (policy: SupportPolicy) =>
  z.object({
    name: line(40),
    content: z.string().trim().min(1).max(500),
    hours: enough(policy),
    phone: serviceNumber,
    email: emailAddress,
  });

/** Numbers that the merchant's extension rings, with reception days and hours. */
export const presalesForm = (mostPhones: number) =>
  z.object({
    phones: z.preprocess(
      (value) => (Array.isArray(value) ? value.filter((item) => item !== '') : value),
      z
        .array(z.union([mobileNumber, serviceNumber], 'contact.error.phone'))
        .min(1, 'supportGroup.error.form.noPhone')
        .max(mostPhones)
        .refine((phones) => new Set(phones).size === phones.length, {
          error: 'supportGroup.error.form.samePhone',
        }),
    ),
    hours: stretches,
  });
