import { and, desc, eq, isNull } from 'drizzle-orm';
import { accounts, invoiceTitles } from '@/db/schema';
import type { TitleKind } from '@/db/schema/invoice-title';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { enterpriseTitles } from '@/lib/records/invoice-title-permit/queries';

export type InvoiceTitle = typeof invoiceTitles.$inferSelect;

/** Titles that an account may have (money.md 2.3): persons none of a company's, companies none of a person's. */
export function kindsFor(realNameKind: 'personal' | 'enterprise' | null): TitleKind[] {
  if (!realNameKind) return [];
  return realNameKind === 'personal'
    ? ['personal', 'organisation']
    : ['enterprise', 'organisation'];
}

/** The customer's own titles, the default first. */
export function listInvoiceTitles(actor: Actor): Promise<InvoiceTitle[]> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'buyer' || !can(actor, 'invoiceTitle.manage')) return [];
    return tx
      .select()
      .from(invoiceTitles)
      .where(and(eq(invoiceTitles.accountId, actor.accountId), isNull(invoiceTitles.removedAt)))
      .orderBy(desc(invoiceTitles.isDefault), invoiceTitles.id);
  });
}

export interface TitleOwner {
  kinds: TitleKind[];
  /** Verified name of the person or company, and the company's credit code. */
  realName: string | null;
  /** What a company may be called on invoices: its verified name first, then what finance allowed. */
  enterpriseTitles: string[];
  creditCode: string | null;
}

/** What the forms of titles know of the account. */
export async function getTitleOwner(actor: Actor): Promise<TitleOwner> {
  const accountId = accountOf(actor);
  return withActor(actor, async ({ tx }) => {
    const [account] = accountId
      ? await tx.select().from(accounts).where(eq(accounts.id, accountId))
      : [];
    return {
      kinds: kindsFor(account?.realNameKind ?? null),
      realName: account?.realName ?? null,
      enterpriseTitles: account ? await enterpriseTitles(tx, account) : [],
      creditCode: account?.creditCode ?? null,
    };
  });
}
