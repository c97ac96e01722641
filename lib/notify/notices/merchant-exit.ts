import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchantExits } from '@/db/schema';
import type { Notices } from '../define';
import { operatorReceivers, ownerReceivers } from '../receivers';

async function exitOf(tx: Tx, id: string) {
  const [row] = await tx.select().from(merchantExits).where(eq(merchantExits.id, id));
  return row;
}

export const merchantExitNotices: Notices = {
  owner: async ({ tx, row }) => {
    const exit = await exitOf(tx, row.subjectId);
    if (!exit) return null;
    return {
      receivers: await ownerReceivers(tx, exit.merchantId, ['site', 'mail', 'sms']),
      params: { merchant: exit.merchantName, opinion: exit.opinion ?? '–' },
      href: '/merchant/exit',
      type: 'merchant.exit',
    };
  },
  reviewers: async ({ tx, row }) => {
    const exit = await exitOf(tx, row.subjectId);
    if (exit?.state !== 'pendingReview') return null;
    return {
      receivers: await operatorReceivers(tx, 'merchantExit.decide', ['site']),
      params: { merchant: exit.merchantName, submittedAt: exit.submittedAt },
      href: `/ops/exits/${exit.id}`,
      type: 'review.waiting',
    };
  },
};
