import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, operators } from '@/db/schema';
import type { OperatorRole } from '@/lib/auth/actor';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import type { MerchantMessageType } from '@/lib/records/message-receiver/types';
import type { Channel, Receiver } from './define';
import { receiversFor } from './merchant-receivers';

const ALL: readonly Channel[] = ['site', 'mail', 'sms'];

type Account = Pick<typeof accounts.$inferSelect, 'id' | 'email' | 'phone' | 'locale'>;

const receiverOf = (account: Account, channels: readonly Channel[]): Receiver => ({
  accountId: account.id,
  email: account.email,
  ...(account.phone ? { phone: account.phone } : {}),
  locale: isLocale(account.locale) ? account.locale : DEFAULT_LOCALE,
  channels,
});

/** One person or company, on the phone and mailbox bound to its account. */
export async function accountAudience(
  tx: Tx,
  accountId: string,
  channels: readonly Channel[] = ALL,
): Promise<Receiver[]> {
  const rows = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  return rows.map((account) => receiverOf(account, channels));
}

/**
 * Who hears for a merchant of a message type: its subscribed receivers, else the phone and mailbox bound to the
 * owner's account; in the site the owner and the members who may act on it (onboarding.md 7.4).
 * @param productId the product it is about: members need it in their scope
 */
export const merchantAudience = (
  tx: Tx,
  merchantId: string,
  type: MerchantMessageType,
  channels: readonly Channel[] = ALL,
  productId?: string,
): Promise<Receiver[]> =>
  receiversFor(tx, merchantId, type, { channels, productId: productId ?? null });

/** Staff who hold one of the roles; by site message and mail. */
export async function operatorAudience(
  tx: Tx,
  roles: readonly OperatorRole[],
  channels: readonly Channel[] = ['site', 'mail'],
): Promise<Receiver[]> {
  const rows = await tx
    .select({ account: accounts })
    .from(operators)
    .innerJoin(accounts, eq(accounts.id, operators.accountId))
    .where(
      and(
        isNull(operators.disabledAt),
        sql`${operators.roles} ?| ${sql.param([...roles])}::text[]`,
      ),
    );
  return rows.map(({ account }) => receiverOf(account, channels));
}
