import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, members, operators } from '@/db/schema';
import { can, type Permission } from '@/lib/auth/permissions';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import type { Channel, Receiver } from './define';

type Account = typeof accounts.$inferSelect;

const receiverOf = (account: Account, channels: readonly Channel[]): Receiver => ({
  accountId: account.id,
  email: account.email,
  ...(account.phone ? { phone: account.phone } : {}),
  locale: isLocale(account.locale) ? account.locale : DEFAULT_LOCALE,
  channels,
});

/** These accounts, each in its own language. */
export async function accountReceivers(
  tx: Tx,
  ids: readonly string[],
  channels: readonly Channel[],
): Promise<Receiver[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(accounts)
    .where(and(inArray(accounts.id, [...ids]), isNull(accounts.disabledAt)));
  return rows.map((account) => receiverOf(account, channels));
}

/** Staff whose role holds a permission. */
export async function operatorReceivers(
  tx: Tx,
  permission: Permission,
  channels: readonly Channel[],
): Promise<Receiver[]> {
  const rows = await tx
    .select({ account: accounts, roles: operators.roles })
    .from(operators)
    .innerJoin(accounts, eq(accounts.id, operators.accountId))
    .where(and(isNull(operators.disabledAt), isNull(accounts.disabledAt)));
  return rows
    .filter(({ account, roles }) =>
      can({ kind: 'operator', accountId: account.id, roles }, permission),
    )
    .map(({ account }) => receiverOf(account, channels));
}

/** The owner of a merchant, for what concerns the merchant as a whole. */
export async function ownerReceivers(
  tx: Tx,
  merchantId: string,
  channels: readonly Channel[],
): Promise<Receiver[]> {
  const rows = await tx
    .select({ account: accounts })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(members.merchantId, merchantId),
        eq(members.owner, true),
        isNull(members.removedAt),
        isNull(accounts.disabledAt),
      ),
    );
  return rows.map(({ account }) => ({ ...receiverOf(account, channels), merchantId }));
}
