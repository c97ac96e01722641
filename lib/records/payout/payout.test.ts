import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeFile, makeSold, wanted } from '@/db/factories/order';
import { businessCertifications, ledgerEntries, merchants, outbox, payouts } from '@/db/schema';
import { type Actor, type Member, system, VISITOR } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { reconcile } from '@/lib/money/reconcile';
import { recordFeeInvoice } from '@/lib/records/fee-invoice/commands';
import { listFeeDue } from '@/lib/records/fee-invoice/fee-due';
import { listFeeInvoices } from '@/lib/records/fee-invoice/queries';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { completeOrder, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { recordPayout } from './commands';
import { getOwnMoney, getPayForm, getPayout, listPayable, listPayouts } from './queries';

type Staff = Actor & { accountId: string };
let finance: Staff;
let merchant: { merchantId: string; owner: Member };

const certify = async (merchantId: string) => {
  const now = new Date();
  await getDatabase()
    .insert(businessCertifications)
    .values({
      id: newId('businessCertification'),
      state: 'certified',
      stateSince: now,
      createdAt: now,
      updatedAt: now,
      merchantId,
      merchantName: '云途数据科技有限公司',
      current: {
        companyName: '云途数据科技有限公司',
        creditCode: merchantId,
        registeredAddress: '杭州',
        companyPhone: '0571-88880000',
        taxpayerKind: 'general',
        taxId: merchantId,
        taxRate: 6,
        financeContact: { name: '李雷', mobile: '13900000000', email: 'f@example.test' },
        bank: {
          accountId: 'ba_none',
          holder: '云途数据科技有限公司',
          bankName: '招商银行',
          branch: '杭州分行',
          masked: '0108',
        },
      },
    });
};

/** A certified merchant to whom 95.00 yuan are payable, with 5.00 of fee. */
async function earned() {
  const made = await createMerchant();
  await certify(made.merchantId);
  const sold = await makeSold(made, 10_000n);
  const buyer = await createBuyer();
  await fund(buyer, 10_000n);
  const { id } = await placeOrder(buyer, wanted(sold));
  await payOrder(buyer, id);
  await completeOrder(system('test'), id);
  return made;
}

let serial = 0;
const form = (values: Record<string, unknown> = {}) => {
  serial += 1;
  return {
    merchantId: merchant.merchantId,
    amount: '10',
    bankReference: `REF${serial}000`,
    paidOn: '2026-11-01',
    ...values,
  };
};
const fieldOf = (field: string, key?: string) => ({
  code: 'invalid',
  detail: { fields: { [field]: key ? expect.objectContaining({ key }) : expect.anything() } },
});

beforeAll(async () => {
  finance = await createOperator('finance');
  merchant = await earned();
});

describe('paying a merchant', () => {
  it('moves payable to the bank once, tells the merchant, and the books agree', async () => {
    const { merchantId, owner } = await earned();
    const slip = await makeFile(finance, { purpose: 'payoutSlip' });
    const row = await recordPayout(
      finance,
      form({ merchantId, amount: '60.50', slipFileId: slip.id, bankReference: 'cmb 2026-1' }),
    );
    expect(row).toMatchObject({ amount: 6050n, bankReference: 'CMB2026-1' });
    expect(row.bank).toMatchObject({ bankName: '招商银行', masked: '0108' });
    expect((await getOwnMoney(owner))?.payable).toBe(9500n - 6050n);
    const [entry] = await getDatabase()
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.key, `payout:${row.id}:paid`));
    expect(entry).toMatchObject({ memo: 'payout', merchantId });
    const [told] = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, row.id));
    expect(told).toMatchObject({ noun: 'payout', event: 'pay', audience: 'merchant' });
    expect((await getPayout(owner, row.id))?.slip?.id).toBe(slip.id);
    const { differences } = await reconcile(finance);
    expect(differences).toEqual([]);
  });

  it('two at once never pay more than is payable', async () => {
    const { merchantId, owner } = await earned();
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => recordPayout(finance, form({ merchantId, amount: '40' }))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject(fieldOf('amount', 'payout.error.abovePayable'));
    expect((await getOwnMoney(owner))?.payable).toBe(1500n);
  });

  it('the same reference twice at once is one payment', async () => {
    const { merchantId, owner } = await earned();
    const twice = form({ merchantId, bankReference: 'TWICE-1' });
    const results = await Promise.allSettled([
      recordPayout(finance, twice),
      recordPayout(finance, twice),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(recordPayout(finance, twice)).rejects.toMatchObject(
      fieldOf('bankReference', 'payout.error.referenceTaken'),
    );
    expect((await getOwnMoney(owner))?.payable).toBe(8500n);
  });

  it('two clicks on one form are one payment, and both are answered with it', async () => {
    const { merchantId, owner } = await earned();
    const sent = form({ merchantId, requestKey: newId('view') });
    const [first, second] = await Promise.all([
      recordPayout(finance, sent),
      recordPayout(finance, sent),
    ]);
    expect(second).toEqual(first);
    expect((await getOwnMoney(owner))?.payable).toBe(8500n);
    const another = await createOperator('finance');
    await expect(recordPayout(another, sent)).rejects.toMatchObject(
      fieldOf('bankReference', 'payout.error.referenceTaken'),
    );
  });

  it.each([
    ['amount', { amount: '95.01' }],
    ['amount', { amount: '-1' }],
    ['amount', { amount: '0' }],
    ['amount', { amount: 'ten' }],
    ['bankReference', { bankReference: '' }],
    ['bankReference', { bankReference: 'no/slash' }],
    ['paidOn', { paidOn: '2026-02-30' }],
    ['paidOn', { paidOn: '2999-01-01' }],
    ['slipFileId', { slipFileId: 'fl_nothing' }],
    ['merchantId', { merchantId: 'mc_nobody' }],
  ])('says what is wrong with %s: %o', async (field, values) => {
    await expect(recordPayout(finance, form(values))).rejects.toMatchObject(fieldOf(field));
  });

  it('goes to a certified account only', async () => {
    const { merchantId } = await createMerchant();
    await expect(recordPayout(finance, form({ merchantId }))).rejects.toMatchObject(
      fieldOf('merchantId', 'payout.error.notCertified'),
    );
  });

  it('is finance’s alone', async () => {
    const others = [merchant.owner, await createBuyer(), await createOperator('admin'), VISITOR];
    for (const actor of others)
      await expect(recordPayout(actor, form())).rejects.toMatchObject({ code: 'forbidden' });
    const rows = await getDatabase()
      .select()
      .from(payouts)
      .where(eq(payouts.merchantId, merchant.merchantId));
    expect(rows).toEqual([]);
  });
});

describe('a merchant', () => {
  it('sees its own payments and money, never another’s', async () => {
    const { merchantId } = await earned();
    const row = await recordPayout(finance, form({ merchantId }));
    expect(await getPayout(merchant.owner, row.id)).toBeUndefined();
    const theirs = await listPayouts(merchant.owner, { merchantId });
    expect(theirs.rows).toEqual([]);
    expect(await getPayForm(merchant.owner, merchantId)).toBeUndefined();
    const payable = await listPayable(finance);
    expect(payable.some(({ id }) => id === merchantId)).toBe(true);
  });
});

describe('a platform-fee invoice', () => {
  const feeForm = async (values: Record<string, unknown> = {}) => ({
    merchantId: merchant.merchantId,
    amount: '5',
    number: `FP${serial}0001`,
    issuedOn: '2026-11-01',
    fileId: (await makeFile(finance, { purpose: 'feeInvoice' })).id,
    ...values,
  });

  it('is given for the fee that was earned, once', async () => {
    const { merchantId, owner } = await earned();
    const results = await Promise.allSettled([
      recordFeeInvoice(finance, await feeForm({ merchantId, number: 'FP-A1' })),
      recordFeeInvoice(finance, await feeForm({ merchantId, number: 'FP-A2' })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await getOwnMoney(owner)).toMatchObject({ feeEarned: 500n, feeInvoiced: 500n });
    const shown = await listFeeInvoices(owner, {});
    expect(shown.rows[0]?.file?.name).toBe('服务协议.pdf');
    const theirs = await listFeeInvoices(merchant.owner, { merchantId });
    expect(theirs.rows).toEqual([]);
  });

  it('says what is wrong with each field, and is finance’s alone', async () => {
    const wrong: [string, Record<string, unknown>][] = [
      ['amount', { amount: '5.01' }],
      ['number', { number: '' }],
      ['issuedOn', { issuedOn: '2999-01-01' }],
      ['fileId', { fileId: 'fl_nothing' }],
      ['fileId', { fileId: '' }],
      ['merchantId', { merchantId: 'mc_nobody' }],
    ];
    for (const [field, values] of wrong)
      await expect(recordFeeInvoice(finance, await feeForm(values))).rejects.toMatchObject(
        fieldOf(field),
      );
    await expect(recordFeeInvoice(merchant.owner, await feeForm())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('is offered for merchants that sold something, found by name or ID, with what is left', async () => {
    const { merchantId, owner } = await earned();
    const { merchantId: idle } = await createMerchant();
    await getDatabase()
      .update(merchants)
      .set({ name: '100%好云科技有限公司' })
      .where(eq(merchants.id, merchantId));
    const due = { id: merchantId, name: '100%好云科技有限公司', left: 500n };
    expect(await listFeeDue(finance, '100%好')).toEqual([due]);
    expect(await listFeeDue(finance, merchantId)).toEqual([due]);
    expect(await listFeeDue(finance, undefined)).toContainEqual(due);
    expect(await listFeeDue(finance, idle)).toEqual([]);
    await recordFeeInvoice(finance, await feeForm({ merchantId, amount: '2', number: 'FP-C1' }));
    expect(await listFeeDue(finance, merchantId)).toEqual([{ ...due, left: 300n }]);
    for (const actor of [owner, await createBuyer(), await createOperator('reviewer'), VISITOR])
      expect(await listFeeDue(actor, undefined)).toEqual([]);
  });

  it('has a number of its own', async () => {
    const one = await earned();
    const two = await earned();
    await recordFeeInvoice(finance, await feeForm({ merchantId: one.merchantId, number: 'FP-B1' }));
    await expect(
      recordFeeInvoice(finance, await feeForm({ merchantId: two.merchantId, number: 'FP-B1' })),
    ).rejects.toMatchObject(fieldOf('number', 'feeInvoice.error.numberTaken'));
  });
});
