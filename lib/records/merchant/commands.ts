import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchants } from '@/db/schema';
import type { MerchantInvoicing } from '@/db/schema/merchant';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, forbidden, invalid, notFound } from '@/lib/errors';
import { merchantInputs } from './schema';

type MerchantRow = typeof merchants.$inferSelect;

async function lockOwn(tx: Tx, actor: Actor, version?: number): Promise<MerchantRow> {
  if (actor.kind !== 'member') throw forbidden();
  const [row] = await tx
    .select()
    .from(merchants)
    .where(eq(merchants.id, actor.merchantId))
    .for('update');
  if (!row) throw notFound();
  if (version !== undefined && version !== row.version) throw new DomainError('stale');
  return row;
}

const trail = (id: string) => ({
  subjectId: id,
  stream: `merchant:${id}`,
  tenant: { merchantId: id },
});

/**
 * Sets which invoices the merchant can issue; buyers are offered only these (money.md 2.2).
 * @throws DomainError invalid (`types`), stale
 */
export function setInvoiceTypes(actor: Actor, input: unknown): Promise<void> {
  const spec = {
    noun: 'merchant',
    action: 'setInvoiceTypes',
    permission: 'merchant.invoicing',
  } as const;
  return change(actor, spec, async ({ tx, now }) => {
    const { types, version } = parseInput(merchantInputs.setInvoiceTypes, input);
    const row = await lockOwn(tx, actor, version);
    await tx
      .update(merchants)
      .set({ invoiceTypes: types, version: row.version + 1, updatedAt: now })
      .where(eq(merchants.id, row.id));
    return {
      ...trail(row.id),
      before: { invoiceTypes: row.invoiceTypes },
      after: { invoiceTypes: types },
      value: undefined,
    };
  });
}

/**
 * Keeps what invoices to the merchant say and where paper is sent (onboarding.md 6.2). The title is the company's name.
 * The evidence holds the bank account masked.
 * @throws DomainError invalid per field, stale
 */
export function setInvoicing(actor: Actor, input: unknown): Promise<void> {
  const spec = {
    noun: 'merchant',
    action: 'setInvoicing',
    permission: 'merchant.invoicing',
  } as const;
  return change(actor, spec, async ({ tx, now }) => {
    const { version, mailing, ...given } = parseInput(merchantInputs.setInvoicing, input);
    const row = await lockOwn(tx, actor, version);
    const bankAccount = given.invoicing.bankAccount || row.invoicing?.bankAccount;
    if (!bankAccount) throw invalid({ 'invoicing.bankAccount': 'form.error.required' });
    const invoicing = { ...given.invoicing, title: row.name, bankAccount };
    await tx
      .update(merchants)
      .set({ invoicing, mailing, version: row.version + 1, updatedAt: now })
      .where(eq(merchants.id, row.id));
    return {
      ...trail(row.id),
      before: { invoicing: masked(row.invoicing), mailing: row.mailing },
      after: { invoicing: masked(invoicing), mailing },
      value: undefined,
    };
  });
}

const masked = (invoicing: MerchantInvoicing | null) =>
  invoicing && { ...invoicing, bankAccount: `*${invoicing.bankAccount.slice(-4)}` };

/** Shows the access key; who looked is recorded. */
export function revealAccessKey(actor: Actor): Promise<string> {
  const spec = { noun: 'merchant', action: 'revealKey', permission: 'merchant.key' } as const;
  return change(actor, spec, async ({ tx }) => {
    const row = await lockOwn(tx, actor);
    return { ...trail(row.id), value: row.accessKey };
  });
}
