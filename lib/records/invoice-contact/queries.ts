import { and, desc, eq, isNull } from 'drizzle-orm';
import { invoiceContacts } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';

export type InvoiceContact = typeof invoiceContacts.$inferSelect;

/** The customer's own postal addresses and mailboxes for invoices, defaults first. */
export function listInvoiceContacts(actor: Actor): Promise<InvoiceContact[]> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'buyer' || !can(actor, 'invoiceTitle.manage')) return [];
    return tx
      .select()
      .from(invoiceContacts)
      .where(and(eq(invoiceContacts.accountId, actor.accountId), isNull(invoiceContacts.removedAt)))
      .orderBy(desc(invoiceContacts.isDefault), invoiceContacts.id);
  });
}
