import { eq } from 'drizzle-orm';
import { operators } from '@/db/schema';
import { translator } from '@/lib/i18n/translator';
import type { Notices } from '../define';
import { accountReceivers } from '../receivers';

export const operatorNotices: Notices = {
  operator: async ({ tx, row }) => {
    const [operator] = await tx.select().from(operators).where(eq(operators.id, row.subjectId));
    if (!operator) return null;
    return {
      type: 'account.security',
      receivers: await accountReceivers(tx, [operator.accountId], ['site', 'mail']),
      params: (locale) => {
        const t = translator(locale, 'operator.role');
        return { roles: operator.roles.map((role) => t(role)).join(locale === 'en' ? ', ' : '、') };
      },
      href: '/ops',
    };
  },
};
