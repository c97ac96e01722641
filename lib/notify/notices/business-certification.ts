import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, businessCertifications, merchants } from '@/db/schema';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales';
import { merchantAudience } from '../audience';
import type { Notices } from '../define';
import { reasonLines } from '../reasons';
import { operatorReceivers } from '../receivers';

async function load(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      certification: businessCertifications,
      merchant: merchants,
      locale: accounts.locale,
    })
    .from(businessCertifications)
    .innerJoin(merchants, eq(merchants.id, businessCertifications.merchantId))
    .innerJoin(accounts, eq(accounts.id, merchants.ownerAccountId))
    .where(eq(businessCertifications.id, id));
  return row;
}

const valuesOf =
  (certification: typeof businessCertifications.$inferSelect) => (locale: Locale) => ({
    company: certification.merchantName,
    submittedAt: certification.submittedAt ?? certification.createdAt,
    dueAt: certification.dueAt ?? certification.createdAt,
    reasons: reasonLines(certification.outcome, 'businessCertification.field', locale),
    locked: certification.state === 'locked' ? 'yes' : 'no',
    again: certification.round > 1 && certification.current ? 'yes' : 'no',
    automatic: certification.automatic ? 'yes' : 'no',
  });

export const businessCertificationNotices: Notices = {
  owner: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    return {
      receivers: await merchantAudience(tx, found.merchant.id, 'merchant.certification', ['site']),
      params: valuesOf(found.certification),
      href: '/merchant/certification',
      type: 'merchant.certification',
    };
  },
  // Mail and SMS on completion: to the finance contact that was certified, and to the customer-service mailbox.
  contacts: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    const finance = found?.certification.submission?.financeContact;
    if (!found || !finance) return null;
    const locale = isLocale(found.locale) ? found.locale : DEFAULT_LOCALE;
    const mailboxes = new Set([finance.email, found.merchant.profile.serviceEmail]);
    return {
      receivers: [
        ...[...mailboxes].map((email) => ({ email, locale, channels: ['mail'] as const })),
        { phone: finance.mobile, locale, channels: ['sms'] },
      ],
      params: valuesOf(found.certification),
      href: '/merchant/certification',
      type: 'merchant.certification',
    };
  },
  finance: async ({ tx, row }) => {
    const found = await load(tx, row.subjectId);
    if (!found) return null;
    return {
      receivers: await operatorReceivers(tx, 'businessCertification.decide', ['site']),
      params: valuesOf(found.certification),
      href: `/ops/certifications/${row.subjectId}`,
      type: 'review.waiting',
    };
  },
};
