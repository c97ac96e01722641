import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, invoiceTitles } from '@/db/schema';
import type { SpecialData, TitleKind } from '@/db/schema/invoice-title';
import { canonicalJson } from '@/lib/audit/canonical';
import type { Actor } from '@/lib/auth/actor';
import { plainText } from '@/lib/contact';
import { type ChangeContext, change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import {
  DomainError,
  type FieldComplaint,
  forbidden,
  invalid,
  notFound,
  refused,
} from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enterpriseTitles } from '@/lib/records/invoice-title-permit/queries';
import { violatedUnique } from '@/lib/unique-violation';
import { type InvoiceTitle, kindsFor } from './queries';
import { type TitleForm, titleForm } from './schema';

type Account = typeof accounts.$inferSelect;

const spec = (action: string) =>
  ({ noun: 'invoiceTitle', action, permission: 'invoiceTitle.manage' }) as const;

/** The customer's account, locked: one writer of its titles at a time. */
async function lockAccount(tx: Tx, actor: Actor): Promise<Account> {
  if (actor.kind !== 'buyer') throw forbidden();
  const [account] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.id, actor.accountId))
    .for('update');
  if (!account) throw notFound();
  return account;
}

/**
 * Checks a title against the account (money.md 2.3): an enterprise title is the verified company name, or one that
 * finance allowed besides; special-invoice data are of enterprises, and whole or absent.
 * @throws DomainError invalid per field
 */
async function valuesOf(tx: Tx, account: Account, form: TitleForm) {
  const fields: Record<string, FieldComplaint | string> = {};
  if (!kindsFor(account.realNameKind).includes(form.kind)) {
    throw refused(`invoiceTitle.error.form.${account.realNameKind ? 'kindNotYours' : 'realName'}`);
  }
  const enterprise = form.kind === 'enterprise';
  const allowed = enterprise ? await enterpriseTitles(tx, account) : [];
  // Names hold full-width brackets, which the form made plain.
  const chosen = form.title ? allowed.find((one) => plainText(one) === form.title) : allowed[0];
  const title = enterprise ? (chosen ?? '') : form.title;
  if (enterprise && form.title && !chosen) {
    const params = { name: account.realName ?? '' };
    fields.title = { key: 'invoiceTitle.error.form.notVerified', params };
  } else if (!title) fields.title = 'form.error.required';
  if (enterprise && !form.taxId) fields.taxId = 'form.error.required';
  if (form.kind === 'personal' && form.taxId) fields.taxId = 'invoiceTitle.error.form.noTaxId';
  const given = Object.values(form.special).some(Boolean);
  if (given && !enterprise) throw refused('invoiceTitle.error.form.specialOfEnterprise');
  if (given) {
    for (const [name, value] of Object.entries(form.special))
      if (!value) fields[`special.${name}`] = 'invoiceTitle.error.form.specialWhole';
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
  const special: SpecialData | null = given ? form.special : null;
  return { kind: form.kind, title, taxId: form.taxId || null, special };
}

/** Whether a title says what was entered. */
const sameTitle = (title: InvoiceTitle, values: Awaited<ReturnType<typeof valuesOf>>): boolean =>
  canonicalJson(pick(title)) === canonicalJson(pick(values));
const pick = ({ title, taxId, special }: Pick<InvoiceTitle, 'title' | 'taxId' | 'special'>) => ({
  title,
  taxId,
  special,
});

/**
 * Adds a title; an account has one of each kind, and the same entered again is the same. The first is the default.
 * @throws DomainError invalid per field; refused `invoiceTitle.error.form.*`
 */
export async function addInvoiceTitle(actor: Actor, input: unknown): Promise<InvoiceTitle> {
  try {
    return await change(actor, spec('add'), async ({ tx, now }) => {
      const form = parseInput(titleForm, input);
      const account = await lockAccount(tx, actor);
      const values = await valuesOf(tx, account, form);
      const there = await livingTitles(tx, account.id);
      const known = there.find(({ kind }) => kind === form.kind);
      if (known && sameTitle(known, values)) return done(known, known);
      if (known) throw tooMany(form.kind);
      const [row] = await tx
        .insert(invoiceTitles)
        .values({
          ...values,
          id: newId('invoiceTitle', now),
          accountId: account.id,
          isDefault: there.length === 0,
          createdAt: now,
          updatedAt: now,
        })
        .returning();
      return done(row as InvoiceTitle, undefined);
    });
  } catch (error) {
    if (violatedUnique(error) === 'invoice_title_kind') throw tooMany('other');
    throw error;
  }
}

const tooMany = (kind: TitleKind | 'other') =>
  refused('invoiceTitle.error.form.oneOfEachKind', { kind });

/** Changes a title; its kind stays. @throws DomainError notFound, stale, invalid */
export function editInvoiceTitle(actor: Actor, input: unknown): Promise<InvoiceTitle> {
  return change(actor, spec('edit'), async (context) => {
    const { id, version, ...rest } = (input ?? {}) as Record<string, unknown>;
    const { account, before } = await lockTitle(context, actor, id, version);
    const form = parseInput(titleForm, { ...rest, kind: before.kind });
    const values = await valuesOf(context.tx, account, form);
    return done(await write(context, before, values), before);
  });
}

/** Takes a title away; invoices asked for with it keep what they say. The default passes to another. */
export function removeInvoiceTitle(actor: Actor, input: unknown): Promise<InvoiceTitle> {
  return change(actor, spec('remove'), async (context) => {
    const { id, version } = (input ?? {}) as Record<string, unknown>;
    const { account, before } = await lockTitle(context, actor, id, version);
    const after = await write(context, before, { removedAt: context.now, isDefault: false });
    const [next] = before.isDefault ? await livingTitles(context.tx, account.id) : [];
    if (next) await write(context, next, { isDefault: true });
    return done(after, before);
  });
}

/** Makes a title the one that the application form offers first. */
export function chooseInvoiceTitle(actor: Actor, input: unknown): Promise<InvoiceTitle> {
  return change(actor, spec('choose'), async (context) => {
    const { id, version } = (input ?? {}) as Record<string, unknown>;
    const { account, before } = await lockTitle(context, actor, id, version);
    const others = and(eq(invoiceTitles.accountId, account.id), ne(invoiceTitles.id, before.id));
    await context.tx.update(invoiceTitles).set({ isDefault: false }).where(others);
    return done(await write(context, before, { isDefault: true }), before);
  });
}

const livingTitles = (tx: Tx, accountId: string): Promise<InvoiceTitle[]> =>
  tx
    .select()
    .from(invoiceTitles)
    .where(and(eq(invoiceTitles.accountId, accountId), isNull(invoiceTitles.removedAt)))
    .orderBy(invoiceTitles.id);

async function lockTitle({ tx }: ChangeContext, actor: Actor, id: unknown, version: unknown) {
  const account = await lockAccount(tx, actor);
  const titles = await livingTitles(tx, account.id);
  const before = titles.find((title) => title.id === String(id ?? ''));
  if (!before) throw notFound();
  if (version !== undefined && Number(version) !== before.version) throw new DomainError('stale');
  return { account, before };
}

async function write(
  { tx, now }: ChangeContext,
  before: InvoiceTitle,
  values: Partial<typeof invoiceTitles.$inferInsert>,
): Promise<InvoiceTitle> {
  const [row] = await tx
    .update(invoiceTitles)
    .set({ ...values, version: before.version + 1, updatedAt: now })
    .where(eq(invoiceTitles.id, before.id))
    .returning();
  return row as InvoiceTitle;
}

/** Evidence holds the bank account masked. */
const masked = (row: InvoiceTitle) => ({
  ...row,
  special: row.special && {
    ...row.special,
    bankAccount: `*${row.special.bankAccount.slice(-4)}`,
  },
});

const done = (after: InvoiceTitle, before: InvoiceTitle | undefined) => ({
  subjectId: after.id,
  stream: `account:${after.accountId}`,
  tenant: { accountId: after.accountId },
  before: before && masked(before),
  after: masked(after),
  value: after,
});
