import { describe, expect, test } from 'vitest';
import { taxIdOf } from '@/db/factories/invoice';
import type { Actor } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import {
  addInvoiceContact,
  chooseInvoiceContact,
  editInvoiceContact,
  removeInvoiceContact,
} from '@/lib/records/invoice-contact/commands';
import { listInvoiceContacts } from '@/lib/records/invoice-contact/queries';
import { createAccount, createBuyer, createMerchant } from '@/lib/testing/actors';
import {
  addInvoiceTitle,
  chooseInvoiceTitle,
  editInvoiceTitle,
  removeInvoiceTitle,
} from './commands';
import { listInvoiceTitles } from './queries';

const said = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      const fields = Object.entries(error.detail.fields ?? {});
      if (fields.length === 0) return error.detail.key ?? error.code;
      return Object.fromEntries(fields.map(([path, { key }]) => [path, key]));
    },
  );
const company = () => createBuyer({ realNameKind: 'enterprise', realName: '恒通物流有限公司' });
const bank = {
  address: '上海市世纪大道 100 号',
  phone: '021-58880000',
  bankName: '招商银行',
  bankAccount: '12190000108',
};
const enterprise = (values: Record<string, unknown> = {}) => ({
  kind: 'enterprise',
  taxId: taxIdOf(3),
  ...values,
});

describe('an invoice title', () => {
  test('of an enterprise is its verified name, with a tax id of the right form', async () => {
    const buyer = await company();
    const wrong = (values: Record<string, unknown>) =>
      said(addInvoiceTitle(buyer, enterprise(values)));
    expect(await wrong({ title: '另一家公司' })).toEqual({
      title: 'invoiceTitle.error.form.notVerified',
    });
    expect(await wrong({ taxId: '' })).toEqual({ taxId: 'form.error.required' });
    for (const taxId of ['91330106MA20000030', '1234', '9133010600000000O']) {
      expect(await wrong({ taxId })).toEqual({ taxId: 'invoiceTitle.error.form.taxId' });
    }
    expect(await addInvoiceTitle(buyer, enterprise())).toMatchObject({
      title: '恒通物流有限公司',
      special: null,
      isDefault: true,
    });
  });

  test('has the data of special invoices whole or not at all', async () => {
    const buyer = await company();
    expect(
      await said(addInvoiceTitle(buyer, enterprise({ special: { ...bank, phone: '' } }))),
    ).toEqual({ 'special.phone': 'invoiceTitle.error.form.specialWhole' });
    expect(
      await said(addInvoiceTitle(buyer, enterprise({ special: { ...bank, bankAccount: '12' } }))),
    ).toEqual({ 'special.bankAccount': 'invoiceTitle.error.form.bankAccount' });
    expect(await addInvoiceTitle(buyer, enterprise({ special: bank }))).toMatchObject({
      special: bank,
    });
  });

  test('is one of each kind, and persons have none of a company’s', async () => {
    const buyer = await company();
    const both = await Promise.allSettled([
      addInvoiceTitle(buyer, enterprise()),
      addInvoiceTitle(buyer, enterprise()),
    ]);
    // Two clicks on one form say the same, and are one title.
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await listInvoiceTitles(buyer)).toHaveLength(1);
    const others = await Promise.allSettled([
      addInvoiceTitle(buyer, { kind: 'organisation', title: '恒通工会' }),
      addInvoiceTitle(buyer, { kind: 'organisation', title: '恒通基金会' }),
    ]);
    expect(others.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const person = await createBuyer();
    expect(await said(addInvoiceTitle(person, enterprise()))).toBe(
      'invoiceTitle.error.form.kindNotYours',
    );
    expect(
      await said(addInvoiceTitle(person, { kind: 'personal', title: '张三', taxId: taxIdOf(4) })),
    ).toEqual({ taxId: 'invoiceTitle.error.form.noTaxId' });
    const unverified: Actor = { kind: 'buyer', accountId: await createAccount() };
    expect(await said(addInvoiceTitle(unverified, { kind: 'personal', title: '张三' }))).toBe(
      'invoiceTitle.error.form.realName',
    );
  });

  test('is changed, chosen and deleted by its owner alone; the default passes on', async () => {
    const [buyer, stranger] = [await company(), await company()];
    const { owner } = await createMerchant();
    const first = await addInvoiceTitle(buyer, enterprise());
    const second = await addInvoiceTitle(buyer, { kind: 'organisation', title: '恒通工会' });
    expect(second.isDefault).toBe(false);
    for (const actor of [stranger, owner]) {
      expect(await said(removeInvoiceTitle(actor, { id: first.id }))).not.toBe('done');
      expect(await said(chooseInvoiceTitle(actor, { id: second.id }))).not.toBe('done');
    }
    await chooseInvoiceTitle(buyer, { id: second.id, version: second.version });
    expect(await said(editInvoiceTitle(buyer, { id: second.id, version: 1, title: 'x' }))).toBe(
      'stale',
    );
    await removeInvoiceTitle(buyer, { id: second.id });
    expect(await listInvoiceTitles(buyer)).toMatchObject([{ id: first.id, isDefault: true }]);
    expect(await listInvoiceTitles(stranger)).toEqual([]);
  });
});

describe('an invoice contact', () => {
  const post = {
    kind: 'post',
    name: '王财务',
    phone: '13800000001',
    address: '上海市世纪大道 100 号',
  };
  const mail = { kind: 'mail', name: '财务部', email: 'Finance@Hengtong.example' };

  test('is a whole postal address or a mailbox', async () => {
    const buyer = await company();
    expect(
      await said(addInvoiceContact(buyer, { ...post, name: '', phone: '12', address: '上海' })),
    ).toEqual({
      name: 'form.error.required',
      phone: 'contact.error.phone',
      address: 'invoiceContact.error.form.address',
    });
    expect(await said(addInvoiceContact(buyer, { ...mail, email: 'finance' }))).toEqual({
      email: 'form.error.email',
    });
    expect(await addInvoiceContact(buyer, mail)).toMatchObject({
      email: 'finance@hengtong.example',
      isDefault: true,
    });
  });

  test('entered twice is one: two clicks on one form, or the same address again', async () => {
    const buyer = await company();
    const [first, second] = await Promise.all([
      addInvoiceContact(buyer, post),
      addInvoiceContact(buyer, post),
    ]);
    expect(second.id).toBe(first.id);
    await addInvoiceContact(buyer, { ...post, phone: '13800000002' });
    await removeInvoiceContact(buyer, { id: first.id });
    await addInvoiceContact(buyer, post);
    expect(await listInvoiceContacts(buyer)).toHaveLength(2);
  });

  test('is changed, chosen and deleted by its owner alone, one default of each kind', async () => {
    const [buyer, stranger] = [await company(), await company()];
    const first = await addInvoiceContact(buyer, mail);
    const second = await addInvoiceContact(buyer, { ...mail, name: '总部' });
    await addInvoiceContact(buyer, post);
    expect(await said(editInvoiceContact(stranger, { id: first.id, ...mail }))).toBe('notFound');
    await chooseInvoiceContact(buyer, { id: second.id });
    await editInvoiceContact(buyer, { id: second.id, name: '集团总部', email: mail.email });
    await removeInvoiceContact(buyer, { id: second.id });
    const left = await listInvoiceContacts(buyer);
    expect(left.filter(({ isDefault }) => isDefault)).toHaveLength(2);
    expect(left.map(({ id }) => id)).not.toContain(second.id);
    expect(await listInvoiceContacts(stranger)).toEqual([]);
  });
});
