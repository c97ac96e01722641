import { and, eq, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { accounts, invoiceContacts } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { type ChangeContext, change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, forbidden, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { InvoiceContact } from './queries';
import { contactForm } from './schema';

const spec = (action: string) =>
  ({ noun: 'invoiceContact', action, permission: 'invoiceTitle.manage' }) as const;

/** The customer's living contacts, under the lock of the account: one writer at a time. */
async function lockContacts(tx: Tx, actor: Actor): Promise<InvoiceContact[]> {
  if (actor.kind !== 'buyer') throw forbidden();
  const { accountId } = actor;
  await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for('update');
  return tx
    .select()
    .from(invoiceContacts)
    .where(and(eq(invoiceContacts.accountId, accountId), isNull(invoiceContacts.removedAt)))
    .orderBy(invoiceContacts.id);
}

/** Whether a contact says what was entered. */
const sameContact = (contact: InvoiceContact, values: z.infer<typeof contactForm>): boolean =>
  Object.entries(values).every(([name, value]) => contact[name as keyof typeof values] === value);

/**
 * Adds a postal address or a mailbox; the first of its kind is the default. One that is there already is answered, so
 * that two clicks make one.
 * @throws DomainError invalid per field; refused `invoiceContact.error.form.tooMany`
 */
export function addInvoiceContact(actor: Actor, input: unknown): Promise<InvoiceContact> {
  return change(actor, spec('add'), async ({ tx, now, setting }) => {
    const values = parseInput(contactForm, input);
    if (actor.kind !== 'buyer') throw forbidden();
    const there = await lockContacts(tx, actor);
    const known = there.find((contact) => sameContact(contact, values));
    if (known) return done(known, known);
    const most = await setting('invoice.contactsMost');
    if (there.length >= most) throw refused('invoiceContact.error.form.tooMany', { most });
    const [row] = await tx
      .insert(invoiceContacts)
      .values({
        ...values,
        id: newId('invoiceContact', now),
        accountId: actor.accountId,
        isDefault: !there.some(({ kind }) => kind === values.kind),
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    return done(row as InvoiceContact, undefined);
  });
}

/** Changes a contact; its kind stays. @throws DomainError notFound, stale, invalid */
export function editInvoiceContact(actor: Actor, input: unknown): Promise<InvoiceContact> {
  return change(actor, spec('edit'), async (context) => {
    const { id, version, ...rest } = (input ?? {}) as Record<string, unknown>;
    const { before } = await lockContact(context, actor, id, version);
    const values = parseInput(contactForm, { ...rest, kind: before.kind });
    return done(await write(context, before, values), before);
  });
}

/** Takes a contact away; invoices asked for with it keep where they go. The default passes to another. */
export function removeInvoiceContact(actor: Actor, input: unknown): Promise<InvoiceContact> {
  return change(actor, spec('remove'), async (context) => {
    const { id, version } = (input ?? {}) as Record<string, unknown>;
    const { before, others } = await lockContact(context, actor, id, version);
    const after = await write(context, before, { removedAt: context.now, isDefault: false });
    const next = before.isDefault && others.find(({ kind }) => kind === before.kind);
    if (next) await write(context, next, { isDefault: true });
    return done(after, before);
  });
}

/** Makes a contact the one of its kind that the application form offers first. */
export function chooseInvoiceContact(actor: Actor, input: unknown): Promise<InvoiceContact> {
  return change(actor, spec('choose'), async (context) => {
    const { id, version } = (input ?? {}) as Record<string, unknown>;
    const { before } = await lockContact(context, actor, id, version);
    await context.tx
      .update(invoiceContacts)
      .set({ isDefault: false })
      .where(
        and(
          eq(invoiceContacts.accountId, before.accountId),
          eq(invoiceContacts.kind, before.kind),
          ne(invoiceContacts.id, before.id),
        ),
      );
    return done(await write(context, before, { isDefault: true }), before);
  });
}

async function lockContact({ tx }: ChangeContext, actor: Actor, id: unknown, version: unknown) {
  const all = await lockContacts(tx, actor);
  const before = all.find((contact) => contact.id === String(id ?? ''));
  if (!before) throw notFound();
  if (version !== undefined && Number(version) !== before.version) throw new DomainError('stale');
  return { before, others: all.filter((contact) => contact !== before) };
}

async function write(
  { tx, now }: ChangeContext,
  before: InvoiceContact,
  values: Partial<typeof invoiceContacts.$inferInsert>,
): Promise<InvoiceContact> {
  const [row] = await tx
    .update(invoiceContacts)
    .set({ ...values, version: before.version + 1, updatedAt: now })
    .where(eq(invoiceContacts.id, before.id))
    .returning();
  return row as InvoiceContact;
}

const done = (after: InvoiceContact, before: InvoiceContact | undefined) => ({
  subjectId: after.id,
  stream: `account:${after.accountId}`,
  tenant: { accountId: after.accountId },
  before,
  after,
  value: after,
});
