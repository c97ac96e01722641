import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { identities } from '@/db/schema';
import type { Notices } from '../define';
import { reasonLines } from '../reasons';
import { accountReceivers, operatorReceivers } from '../receivers';

async function load(tx: Tx, id: string) {
  const [row] = await tx.select().from(identities).where(eq(identities.id, id));
  return row;
}

export const identityNotices: Notices = {
  applicant: async ({ tx, row }) => {
    const request = await load(tx, row.subjectId);
    if (!request) return null;
    return {
      receivers: await accountReceivers(tx, [request.accountId], ['site', 'mail']),
      params: (locale) => ({
        name: request.name,
        reasons: reasonLines(request.outcome, 'identity.field', locale),
      }),
      href: '/account/identity',
      type: 'account.identity',
    };
  },
  reviewers: async ({ tx, row }) => {
    const request = await load(tx, row.subjectId);
    if (!request) return null;
    return {
      receivers: await operatorReceivers(tx, 'identity.decide', ['site']),
      params: { name: request.name, dueAt: request.dueAt ?? request.createdAt },
      href: `/ops/identities/${row.subjectId}`,
      type: 'review.waiting',
    };
  },
};
