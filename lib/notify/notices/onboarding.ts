import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, onboardings } from '@/db/schema';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales';
import type { Notices } from '../define';
import { reasonLines } from '../reasons';
import { accountReceivers, operatorReceivers } from '../receivers';

async function load(tx: Tx, id: string) {
  const [row] = await tx
    .select({ application: onboardings, locale: accounts.locale })
    .from(onboardings)
    .innerJoin(accounts, eq(accounts.id, onboardings.accountId))
    .where(eq(onboardings.id, id));
  return row;
}

type Row = typeof onboardings.$inferSelect;

const valuesOf = (row: Row) => (locale: Locale) => ({
  company: row.companyName,
  submittedAt: row.submittedAt ?? row.createdAt,
  dueAt: row.dueAt ?? row.createdAt,
  reasons: reasonLines(row.outcome, 'merchant.field', locale),
});

export const onboardingNotices: Notices = {
  applicant: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    return {
      receivers: await accountReceivers(tx, [found.application.accountId], ['site']),
      params: valuesOf(found.application),
      href: row.event === 'approve' ? '/merchant' : '/merchant/onboarding',
      type: 'onboarding.result',
    };
  },
  // The form's own contacts: mail to the customer-service mailbox, SMS to the business contact (onboarding.md 2).
  contacts: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    const profile = found?.application.submission;
    if (!found || !profile) return null;
    const locale = isLocale(found.locale) ? found.locale : DEFAULT_LOCALE;
    return {
      receivers: [
        { email: profile.serviceEmail, locale, channels: ['mail'] },
        { phone: profile.businessContact.mobile, locale, channels: ['sms'] },
      ],
      params: valuesOf(found.application),
      href: '/merchant/onboarding',
      type: 'onboarding.result',
    };
  },
  reviewers: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    return {
      receivers: await operatorReceivers(tx, 'onboarding.decide', ['site']),
      params: valuesOf(found.application),
      href: `/ops/onboarding/${row.subjectId}`,
      type: 'review.waiting',
    };
  },
};
