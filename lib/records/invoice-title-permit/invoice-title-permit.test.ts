import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeInvoiceable, makeInvoiceBuyer } from '@/db/factories/invoice';
import { accounts, evidence, invoiceTitlePermits } from '@/db/schema';
import { VISITOR } from '@/lib/auth/actor';
import { editInvoiceTitle } from '@/lib/records/invoice-title/commands';
import { getTitleOwner, listInvoiceTitles } from '@/lib/records/invoice-title/queries';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { previewApplication } from '@/lib/workflows/invoice/apply-queries';
import { permitInvoiceTitle, removeInvoiceTitlePermit } from './commands';
import { listInvoiceTitlePermits } from './queries';

const branch = '恒通物流（杭州）有限公司';
const reason = '分公司独立报账，已提交总公司授权书。';
const form = (accountId: string, values: Record<string, unknown> = {}) => ({
  accountId,
  title: branch,
  reason,
  ...values,
});
const field = (name: string, key: string) => ({
  code: 'invalid',
  detail: { fields: { [name]: { key } } },
});

/** A company whose saved title is the branch that finance allowed. */
async function allowed() {
  const finance = await createOperator('finance');
  const company = await makeInvoiceBuyer();
  const { accountId } = company.buyer;
  const permit = await permitInvoiceTitle(finance, form(accountId));
  const change = async (name: string) => {
    const [title] = await listInvoiceTitles(company.buyer);
    return editInvoiceTitle(company.buyer, { ...title, title: name });
  };
  return { finance, company, accountId, permit, change };
}

describe('another enterprise title', () => {
  it('is offered to the customer and kept, once finance allowed it, with evidence', async () => {
    const { finance, company, accountId, permit, change } = await allowed();
    expect((await getTitleOwner(company.buyer)).enterpriseTitles).toEqual([
      '上海恒通物流有限公司',
      branch,
    ]);
    expect(await change(branch)).toMatchObject({ title: branch, kind: 'enterprise' });
    const rows = await listInvoiceTitlePermits(finance, accountId);
    expect(rows).toMatchObject([{ title: branch, reason, createdBy: finance.accountId }]);
    const [told] = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, permit.id));
    expect(told).toMatchObject({
      noun: 'invoiceTitlePermit',
      event: 'permit',
      stream: `account:${accountId}`,
    });
  });

  it('cannot be applied with any more when it is taken back', async () => {
    const { finance, company, permit, change } = await allowed();
    const { orderId } = await makeInvoiceable({
      buyer: company.buyer,
      merchant: await createMerchant({ invoiceTypes: ['general.digital'] }),
    });
    await change(branch);
    const ask = () =>
      previewApplication(company.buyer, {
        ...company,
        orderIds: [orderId],
        type: 'general.digital',
      });
    expect(await ask()).toMatchObject({ title: { title: branch } });
    await removeInvoiceTitlePermit(finance, { id: permit.id });
    await expect(ask()).rejects.toMatchObject(
      field('titleId', 'invoice.error.open.titleNotAllowed'),
    );
    await expect(change(branch)).rejects.toMatchObject({
      detail: { fields: { title: { key: 'invoiceTitle.error.form.notVerified' } } },
    });
    await change('');
    expect(await ask()).toMatchObject({ title: { title: '上海恒通物流有限公司' } });
    await expect(removeInvoiceTitlePermit(finance, { id: permit.id })).rejects.toMatchObject({
      code: 'notFound',
    });
    await permitInvoiceTitle(finance, form(company.buyer.accountId));
  });

  it('ends with the verified name that it was saved under', async () => {
    const { company } = await allowed();
    const { orderId } = await makeInvoiceable({
      buyer: company.buyer,
      merchant: await createMerchant({ invoiceTypes: ['general.digital'] }),
    });
    await getDatabase()
      .update(accounts)
      .set({ realName: '恒通供应链有限公司' })
      .where(eq(accounts.id, company.buyer.accountId));
    const input = { ...company, orderIds: [orderId], type: 'general.digital' };
    await expect(previewApplication(company.buyer, input)).rejects.toMatchObject(
      field('titleId', 'invoice.error.open.titleNotAllowed'),
    );
  });

  it('says what is wrong with each field', async () => {
    const { finance, accountId } = await allowed();
    const wrong: [string, string, Record<string, unknown>][] = [
      ['title', 'form.error.required', { title: ' ' }],
      ['title', 'form.error.tooLong', { title: '司'.repeat(101) }],
      ['title', 'invoiceTitlePermit.error.known', {}],
      ['title', 'invoiceTitlePermit.error.known', { title: '上海恒通物流有限公司' }],
      ['reason', 'form.error.required', { title: '另一家', reason: '' }],
      ['reason', 'form.error.tooLong', { title: '另一家', reason: '因'.repeat(501) }],
    ];
    for (const [name, key, values] of wrong) {
      const asked = permitInvoiceTitle(finance, form(accountId, values));
      await expect(asked).rejects.toMatchObject({
        code: 'invalid',
        detail: { fields: { [name]: { key } } },
      });
    }
    const person = await createBuyer();
    await expect(permitInvoiceTitle(finance, form(person.accountId))).rejects.toMatchObject({
      detail: { key: 'invoiceTitlePermit.error.notEnterprise' },
    });
    await expect(permitInvoiceTitle(finance, form('ac_nobody'))).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('is finance’s alone, and another company’s is not one’s own', async () => {
    const { company, accountId, permit } = await allowed();
    const { owner } = await createMerchant();
    const others = [
      company.buyer,
      owner,
      VISITOR,
      await createOperator('reviewer'),
      await createOperator('admin'),
    ];
    for (const actor of others) {
      const asked = permitInvoiceTitle(actor, form(accountId, { title: '另一家' }));
      await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
      await expect(removeInvoiceTitlePermit(actor, { id: permit.id })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await listInvoiceTitlePermits(owner, accountId)).toEqual([]);
    const stranger = await makeInvoiceBuyer();
    expect((await getTitleOwner(stranger.buyer)).enterpriseTitles).toHaveLength(1);
  });

  it('is one when two allow it at once', async () => {
    const { finance, accountId } = await allowed();
    const asked = await Promise.allSettled(
      [1, 2].map(() => permitInvoiceTitle(finance, form(accountId, { title: '恒通二部' }))),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await getDatabase()
      .select()
      .from(invoiceTitlePermits)
      .where(eq(invoiceTitlePermits.title, '恒通二部'));
    expect(rows).toHaveLength(1);
  });
});
