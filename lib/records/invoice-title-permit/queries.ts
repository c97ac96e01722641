import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, invoiceTitlePermits } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';

export type InvoiceTitlePermit = typeof invoiceTitlePermits.$inferSelect;

/** What finance allowed an account, oldest first; the reader's fence applies. */
export const permitsOf = (tx: Tx, accountId: string): Promise<InvoiceTitlePermit[]> =>
  tx
    .select()
    .from(invoiceTitlePermits)
    .where(and(eq(invoiceTitlePermits.accountId, accountId), isNull(invoiceTitlePermits.removedAt)))
    .orderBy(invoiceTitlePermits.id);

/** Enterprise titles that an account may use: its verified company name first, then what finance allowed (money.md 2.3). */
export async function enterpriseTitles(
  tx: Tx,
  account: Pick<typeof accounts.$inferSelect, 'id' | 'realName' | 'realNameKind'>,
): Promise<string[]> {
  if (account.realNameKind !== 'enterprise' || !account.realName) return [];
  const others = await permitsOf(tx, account.id);
  return [account.realName, ...others.map(({ title }) => title)];
}

export interface PermitRow extends InvoiceTitlePermit {
  /** Who allowed it. */
  by: string;
}

/** Other titles allowed to a company, for staff; nothing for strangers. */
export async function listInvoiceTitlePermits(
  actor: Actor,
  accountId: string,
): Promise<PermitRow[]> {
  if (actor.kind !== 'operator' || !can(actor, 'invoice.read')) return [];
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({ permit: invoiceTitlePermits, by: accounts.name })
      .from(invoiceTitlePermits)
      .leftJoin(accounts, eq(accounts.id, invoiceTitlePermits.createdBy))
      .where(
        and(eq(invoiceTitlePermits.accountId, accountId), isNull(invoiceTitlePermits.removedAt)),
      )
      .orderBy(invoiceTitlePermits.id);
    return rows.map(({ permit, by }) => ({ ...permit, by: by ?? permit.createdBy }));
  });
}
