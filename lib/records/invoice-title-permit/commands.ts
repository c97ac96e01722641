import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, invoiceTitlePermits } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { plainText } from '@/lib/contact';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { forbidden, invalid, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enterpriseTitles, type InvoiceTitlePermit } from './queries';

const permitInput = z.object({
  accountId: z.string().trim().min(1),
  title: z.string().trim().min(1).max(100),
  reason: z.string().trim().min(1).max(500),
});
const removeInput = z.object({ id: z.string().trim().min(1) });

const spec = (action: string) =>
  ({ noun: 'invoiceTitlePermit', action, permission: 'invoiceTitle.permit' }) as const;

const done = (row: InvoiceTitlePermit, before?: InvoiceTitlePermit) => ({
  subjectId: row.id,
  stream: `account:${row.accountId}`,
  tenant: { accountId: row.accountId },
  ...(before ? { before } : {}),
  after: row,
  value: row,
});

/**
 * Allows a company another enterprise title than its verified name, with the reason (money.md 2.3).
 * @throws DomainError notFound; refused `invoiceTitlePermit.error.notEnterprise`; invalid per field
 */
export function permitInvoiceTitle(actor: Actor, input: unknown): Promise<InvoiceTitlePermit> {
  return change(actor, spec('permit'), async ({ tx, now }) => {
    const { accountId, title, reason } = parseInput(permitInput, input);
    const createdBy = accountOf(actor);
    if (!createdBy) throw forbidden();
    // The same lock as the customer's own titles: one writer per account at a time.
    const [account] = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for('update');
    if (!account) throw notFound();
    const known = await enterpriseTitles(tx, account);
    if (known.length === 0) throw refused('invoiceTitlePermit.error.notEnterprise');
    if (known.some((one) => plainText(one) === plainText(title)))
      throw invalid({ title: 'invoiceTitlePermit.error.known' });
    const [row] = await tx
      .insert(invoiceTitlePermits)
      .values({
        id: newId('invoiceTitlePermit', now),
        accountId,
        title,
        reason,
        createdBy,
        createdAt: now,
      })
      .returning();
    return done(row as InvoiceTitlePermit);
  });
}

/** Takes a permit back: the title cannot be applied with any more; invoices asked for keep it. @throws DomainError notFound */
export function removeInvoiceTitlePermit(
  actor: Actor,
  input: unknown,
): Promise<InvoiceTitlePermit> {
  return change(actor, spec('remove'), async ({ tx, now }) => {
    const { id } = parseInput(removeInput, input);
    const own = and(eq(invoiceTitlePermits.id, id), isNull(invoiceTitlePermits.removedAt));
    const [before] = await tx.select().from(invoiceTitlePermits).where(own).for('update');
    if (!before) throw notFound();
    const [row] = await tx
      .update(invoiceTitlePermits)
      .set({ removedAt: now })
      .where(own)
      .returning();
    return done(row as InvoiceTitlePermit, before);
  });
}
