import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  accounts,
  memberGroupMembers,
  memberGroups,
  members,
  messageReceivers,
  messageSubscriptions,
} from '@/db/schema';
import { can, type Permission } from '@/lib/auth/permissions';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { type MerchantMessageType, permissionOf } from '@/lib/records/message-receiver/types';
import type { Channel, Receiver } from './define';

export interface MessageConcern {
  /** Channels that the message has words for; site and mail when left out. */
  channels?: readonly Channel[];
  /** The product it is about: members need it in their scope. */
  productId?: string | null;
}

const localeOf = (value: string) => (isLocale(value) ? value : DEFAULT_LOCALE);

/**
 * Who at a merchant gets a message type (onboarding.md 7.4): mail and SMS go to the receivers that subscribed to the
 * type on that channel, without any to the owner's own mailbox and phone; site messages go to the owner and the
 * members who may act on it.
 */
export async function receiversFor(
  tx: Tx,
  merchantId: string,
  type: MerchantMessageType,
  { channels = ['site', 'mail'], productId }: MessageConcern = {},
): Promise<Receiver[]> {
  const people = await activeMembers(tx, merchantId);
  const permission = permissionOf(type);
  const owner = people.find((person) => person.owner);
  const found: Receiver[] = [];
  if (channels.includes('site')) {
    const told = people.filter(
      (person) => person.owner || can(person.actor, permission, { productId: productId ?? null }),
    );
    found.push(
      ...told.map(
        ({ account }): Receiver => ({
          accountId: account.id,
          merchantId,
          locale: localeOf(account.locale),
          channels: ['site'],
        }),
      ),
    );
  }
  const subscribed = await tx
    .select({ receiver: messageReceivers, channel: messageSubscriptions.channel })
    .from(messageSubscriptions)
    .innerJoin(messageReceivers, eq(messageReceivers.id, messageSubscriptions.receiverId))
    .where(
      and(eq(messageSubscriptions.merchantId, merchantId), eq(messageSubscriptions.type, type)),
    );
  for (const channel of ['mail', 'sms'] as const) {
    if (!channels.includes(channel)) continue;
    const chosen = subscribed.filter((row) => row.channel === channel && reaches(row));
    for (const { receiver } of chosen) {
      found.push({
        merchantId,
        locale: localeOf(receiver.locale),
        channels: [channel],
        ...(channel === 'mail' ? { email: receiver.email ?? '' } : { phone: receiver.phone ?? '' }),
      });
    }
    if (chosen.length === 0 && owner) {
      const { account } = owner;
      found.push({
        accountId: account.id,
        merchantId,
        locale: localeOf(account.locale),
        channels: [channel],
        email: account.email,
        ...(account.phone ? { phone: account.phone } : {}),
      });
    }
  }
  return found;
}

type Subscribed = { receiver: typeof messageReceivers.$inferSelect; channel: 'mail' | 'sms' };

/** An unconfirmed address gets no mail. */
const reaches = ({ receiver, channel }: Subscribed) =>
  channel === 'mail'
    ? Boolean(receiver.email && receiver.emailVerifiedAt)
    : Boolean(receiver.phone);

/** Members who are in, as actors, with their accounts. */
async function activeMembers(tx: Tx, merchantId: string) {
  const rows = await tx
    .select({ member: members, account: accounts, permissions: memberGroups.permissions })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(memberGroupMembers, eq(memberGroupMembers.memberId, members.id))
    .leftJoin(memberGroups, eq(memberGroups.id, memberGroupMembers.groupId))
    .where(
      and(
        eq(members.merchantId, merchantId),
        isNull(members.removedAt),
        isNull(members.disabledAt),
        isNull(accounts.disabledAt),
      ),
    );
  const granted = new Map<string, string[]>();
  for (const { member, permissions } of rows) {
    granted.set(member.id, [...(granted.get(member.id) ?? []), ...(permissions ?? [])]);
  }
  const first = rows.filter(
    ({ member }, index) => rows.findIndex((row) => row.member.id === member.id) === index,
  );
  return first.map(({ member, account }) => ({
    account,
    owner: member.owner,
    actor: {
      kind: 'member' as const,
      accountId: account.id,
      merchantId,
      memberId: member.id,
      owner: member.owner,
      permissions: (granted.get(member.id) ?? []) as Permission[],
      products: member.products ?? null,
    },
  }));
}
