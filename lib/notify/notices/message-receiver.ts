import { eq } from 'drizzle-orm';
import { merchants, messageReceivers } from '@/db/schema';
import { env } from '@/lib/env';
import { isLocale } from '@/lib/i18n/locales';
import type { Notices } from '../define';

export const messageReceiverNotices: Notices = {
  receiver: async ({ tx, row }) => {
    const [found] = await tx
      .select({ receiver: messageReceivers, merchant: merchants.name })
      .from(messageReceivers)
      .innerJoin(merchants, eq(merchants.id, messageReceivers.merchantId))
      .where(eq(messageReceivers.id, row.subjectId));
    if (!found?.receiver.email || found.receiver.emailVerifiedAt) return null;
    const { email, name, locale } = found.receiver;
    return {
      type: 'messageReceiver.verify',
      receivers: [{ email, locale: isLocale(locale) ? locale : 'zh-CN', channels: ['mail'] }],
      params: {
        name,
        merchant: found.merchant,
        link: new URL(`/confirm-receiver?token=${row.params.token}`, env().BASE_URL).toString(),
      },
    };
  },
};
