import { and, eq } from 'drizzle-orm';
import { invoices } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { requestKeyOf } from '@/lib/engine/once';
import { openIn } from '@/lib/engine/open';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { forbidden, invalid, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { violatedUnique } from '@/lib/unique-violation';
import * as effects from './effects';
import { type InvoiceRow, invoice } from './machine';
import { invoiceInputs } from './schema';

export const invoiceWorkflow = bindWorkflow(invoice, {
  table: invoices,
  stream: (row) => `invoice:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row) => `${row.number} ${row.title}`,
  effects,
});

/** What an application made: one invoice per rate. */
export interface Applied {
  applicationId: string;
  /** The first invoice, and how many there are. */
  id: string;
  count: number;
}

/**
 * Asks the merchant of some orders for invoices, one per rate (money.md 2.3), all or none. The same form sent twice is
 * one application.
 * @throws DomainError invalid per field; refused `invoice.error.open.*`; stale when amounts changed since they were shown
 */
export async function applyForInvoices(actor: Actor, input?: unknown): Promise<Applied> {
  const known = await submitted(actor, input);
  if (known) return known;
  try {
    return await apply(actor, input);
  } catch (error) {
    // The same form, sent twice at once, finds its orders taken by itself.
    const first = await submitted(actor, input);
    if (first) return first;
    if (violatedUnique(error) === 'invoice_order_once')
      throw refused('invoice.error.open.justInvoiced');
    throw error;
  }
}

function apply(actor: Actor, input: unknown): Promise<Applied> {
  if (actor.kind !== 'buyer' || !can(actor, 'invoice.apply')) throw forbidden();
  const { shown, ...choice } = parseInput(invoiceInputs.apply, input);
  return withActor(actor, async (context) => {
    const applicationId = newId('invoiceApplication', context.now);
    const ids: string[] = [];
    for (const { taxRate } of shown) {
      const event = { ...choice, applicationId, taxRate, shown };
      ids.push((await openIn(context, actor, invoiceWorkflow, 'open', event)).id);
    }
    return { applicationId, id: ids[0] ?? '', count: ids.length };
  });
}

/** What this submission made before. */
async function submitted(actor: Actor, input: unknown): Promise<Applied | undefined> {
  const key = requestKeyOf(input);
  const buyerId = accountOf(actor);
  if (!key || actor.kind !== 'buyer' || !buyerId) return undefined;
  const rows = await withActor(actor, ({ tx }) =>
    tx
      .select({ id: invoices.id, applicationId: invoices.applicationId })
      .from(invoices)
      .where(and(eq(invoices.buyerId, buyerId), eq(invoices.requestKey, key)))
      .orderBy(invoices.id),
  );
  const [first] = rows;
  return first && { ...first, count: rows.length };
}

const fireIssue = command(invoiceWorkflow, 'issue');

/**
 * The merchant enters what it issued (money.md 2.4); amount and rate are the application's.
 * @throws DomainError invalid per field
 */
export async function issueInvoice(...args: Parameters<typeof fireIssue>): Promise<InvoiceRow> {
  try {
    return await fireIssue(...args);
  } catch (error) {
    if (violatedUnique(error) === 'invoice_fiscal') {
      throw invalid({ fiscalNumber: 'invoice.error.issue.numberTakenNow' });
    }
    throw error;
  }
}

/** Before it is issued, by the merchant, with the reason. */
export const rejectInvoice = command(invoiceWorkflow, 'reject');
/** Before it is issued, by the customer. */
export const revokeInvoice = command(invoiceWorkflow, 'revoke');
/** It arrived: by the customer, or by the merchant who sees that it did. */
export const signInvoice = command(invoiceWorkflow, 'sign');
/** The customer sent it back: its orders can be invoiced and refunded again. */
export const takeBackInvoice = command(invoiceWorkflow, 'takeBack');
