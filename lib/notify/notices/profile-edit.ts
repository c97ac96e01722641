import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, merchants, profileEdits } from '@/db/schema';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales';
import { merchantAudience } from '../audience';
import type { Notices } from '../define';
import { reasonLines } from '../reasons';
import { operatorReceivers } from '../receivers';

async function load(tx: Tx, id: string) {
  const [row] = await tx
    .select({ edit: profileEdits, merchant: merchants, locale: accounts.locale })
    .from(profileEdits)
    .innerJoin(merchants, eq(merchants.id, profileEdits.merchantId))
    .innerJoin(accounts, eq(accounts.id, merchants.ownerAccountId))
    .where(eq(profileEdits.id, id));
  return row;
}

const valuesOf = (edit: typeof profileEdits.$inferSelect) => (locale: Locale) => ({
  company: edit.merchantName,
  submittedAt: edit.submittedAt ?? edit.createdAt,
  dueAt: edit.dueAt ?? edit.createdAt,
  reasons: reasonLines(edit.outcome, 'merchant.field', locale),
});

export const profileEditNotices: Notices = {
  owner: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    return {
      receivers: await merchantAudience(tx, found.merchant.id, 'merchant.profile', ['site']),
      params: valuesOf(found.edit),
      href: '/merchant/information',
      type: 'merchant.profile',
    };
  },
  // Mail to the customer-service mailbox, SMS to the business contact that are live now (onboarding.md 6).
  contacts: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    const { serviceEmail, businessContact } = found.merchant.profile;
    const locale = isLocale(found.locale) ? found.locale : DEFAULT_LOCALE;
    return {
      receivers: [
        { email: serviceEmail, locale, channels: ['mail'] },
        { phone: businessContact.mobile, locale, channels: ['sms'] },
      ],
      params: valuesOf(found.edit),
      href: '/merchant/information',
      type: 'merchant.profile',
    };
  },
  reviewers: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    return {
      receivers: await operatorReceivers(tx, 'profileEdit.decide', ['site']),
      params: valuesOf(found.edit),
      href: `/ops/profile-edits/${row.subjectId}`,
      type: 'review.waiting',
    };
  },
};
