import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, invitations, members, merchants } from '@/db/schema';
import { env } from '@/lib/env';
import { isLocale } from '@/lib/i18n/locales';
import type { Notices } from '../define';
import { accountReceivers, ownerReceivers } from '../receivers';

async function merchantName(tx: Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({ name: merchants.name })
    .from(merchants)
    .where(eq(merchants.id, id));
  return row?.name ?? '';
}

export const memberNotices: Notices = {
  invitee: async ({ tx, row }) => {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.id, row.subjectId));
    if (!invitation || invitation.revokedAt || invitation.acceptedAt) return null;
    return {
      type: 'member.invitation',
      receivers: [
        {
          email: invitation.email,
          locale: isLocale(invitation.locale) ? invitation.locale : 'zh-CN',
          channels: ['mail'],
        },
      ],
      params: {
        merchant: await merchantName(tx, invitation.merchantId),
        days: String(row.params.days ?? ''),
        link: new URL(`/invitation?token=${row.params.token}`, env().BASE_URL).toString(),
      },
    };
  },
  owner: async ({ tx, row }) => {
    const found = await loadMember(tx, row.subjectId);
    if (!found) return null;
    return {
      type: 'member.change',
      receivers: await ownerReceivers(tx, found.merchantId, ['site']),
      params: { name: found.name, email: found.email },
      href: `/merchant/members/${row.subjectId}`,
    };
  },
  member: async ({ tx, row }) => {
    const found = await loadMember(tx, row.subjectId);
    if (!found) return null;
    return {
      type: 'member.change',
      receivers: await accountReceivers(tx, [found.accountId], ['site', 'mail']),
      params: { merchant: await merchantName(tx, found.merchantId) },
    };
  },
};

async function loadMember(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      merchantId: members.merchantId,
      accountId: members.accountId,
      name: accounts.name,
      email: accounts.email,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, id));
  return row;
}
