import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { evidence, merchants } from '@/db/schema';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { revealAccessKey, setInvoiceTypes, setInvoicing } from './commands';
import { getMerchantDetail, getOwnMerchant, listMerchants } from './queries';

const INVOICING = {
  invoicing: {
    taxId: '91330106ma2gud1h0y',
    address: '杭州市文一西路 1 号',
    phone: '0571-88880000',
    bankName: '招商银行杭州分行',
    bankAccount: '5719 0000 1234 5678',
  },
  mailing: {
    receiver: '财务部',
    phone: '13800020001',
    address: '杭州市文一西路 1 号',
    postalCode: '310000',
  },
};
const trailOf = (merchantId: string) =>
  getDatabase()
    .select()
    .from(evidence)
    .where(eq(evidence.stream, `merchant:${merchantId}`));

describe('a merchant’s invoicing data', () => {
  it('holds the types it can issue, in a fixed order, at least one', async () => {
    const { owner, merchantId } = await createMerchant();
    await setInvoiceTypes(owner, { types: ['special.digital', 'general.electronic'] });
    const { invoiceTypes } = await getOwnMerchant(owner);
    expect(invoiceTypes).toEqual(['general.electronic', 'special.digital']);
    await expect(setInvoiceTypes(owner, { types: [] })).rejects.toMatchObject({
      detail: { fields: { types: { key: 'merchant.error.invoiceTypes.none' } } },
    });
    await expect(setInvoiceTypes(owner, {})).rejects.toMatchObject({
      detail: { fields: { types: { key: 'merchant.error.invoiceTypes.none' } } },
    });
    expect((await trailOf(merchantId)).map((line) => line.event)).toEqual(['setInvoiceTypes']);
  });

  it('is kept with the bank account masked for readers and in the evidence', async () => {
    const { owner, merchantId } = await createMerchant();
    await setInvoicing(owner, INVOICING);
    const view = await getOwnMerchant(owner);
    expect(view.invoicing).toMatchObject({
      title: view.name,
      taxId: '91330106MA2GUD1H0Y',
      bankAccount: '*5678',
    });
    expect(JSON.stringify(await trailOf(merchantId))).not.toContain('571900001234');
    await setInvoicing(owner, {
      ...INVOICING,
      invoicing: { ...INVOICING.invoicing, bankAccount: '', bankName: '建设银行' },
    });
    const [row] = await getDatabase().select().from(merchants).where(eq(merchants.id, merchantId));
    expect(row?.invoicing).toMatchObject({ bankAccount: '5719000012345678', bankName: '建设银行' });
  });

  it('is refused field by field', async () => {
    const { owner } = await createMerchant();
    const error = await setInvoicing(owner, {
      invoicing: { taxId: '1', address: '', phone: 'x', bankName: '', bankAccount: 'abc' },
      mailing: { receiver: '', phone: '1', address: '', postalCode: '1' },
    }).catch((thrown) => thrown);
    expect(Object.keys(error.detail.fields).sort()).toEqual([
      'invoicing.address',
      'invoicing.bankAccount',
      'invoicing.bankName',
      'invoicing.phone',
      'invoicing.taxId',
      'mailing.address',
      'mailing.phone',
      'mailing.postalCode',
      'mailing.receiver',
    ]);
    await expect(
      setInvoicing(owner, { ...INVOICING, invoicing: { ...INVOICING.invoicing, bankAccount: '' } }),
    ).rejects.toMatchObject({
      detail: { fields: { 'invoicing.bankAccount': { key: 'form.error.required' } } },
    });
  });

  it('tells the second of two editors that it changed', async () => {
    const { owner } = await createMerchant();
    await setInvoiceTypes(owner, { types: ['general.paper'], version: 1 });
    await expect(
      setInvoiceTypes(owner, { types: ['special.paper'], version: 1 }),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  it('is only for members with the permission', async () => {
    const { owner } = await createMerchant();
    for (const actor of [
      limitedMember(owner, ['merchant.read']),
      await createBuyer(),
      await createOperator('admin'),
    ]) {
      await expect(setInvoiceTypes(actor, { types: ['general.paper'] })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

describe('the access key', () => {
  it('is in no view, and who looked at it is recorded without it', async () => {
    const { owner, merchantId } = await createMerchant({ accessKey: 'GHKsecretkeyvalue' });
    expect(JSON.stringify(await getOwnMerchant(owner))).not.toContain('GHKsecretkeyvalue');
    const detail = await getMerchantDetail(await createOperator('reviewer'), merchantId);
    expect(JSON.stringify(detail)).not.toContain('GHKsecretkeyvalue');
    expect(await revealAccessKey(owner)).toBe('GHKsecretkeyvalue');
    const trail = await trailOf(merchantId);
    expect(trail.map((line) => line.event)).toEqual(['revealKey']);
    expect(JSON.stringify(trail)).not.toContain('GHKsecretkeyvalue');
    await expect(revealAccessKey(limitedMember(owner, []))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('merchants', () => {
  it('are listed for operations by name, credit code and certification, and for nobody else', async () => {
    const operator = await createOperator('reviewer');
    const { merchantId, owner } = await createMerchant({
      name: '北京星野科技有限公司',
      certifiedAt: null,
    });
    const ids = async (filter: object) =>
      (await listMerchants(operator, filter)).rows.map((row) => row.id);
    expect(await ids({ q: '星野' })).toEqual([merchantId]);
    expect(await ids({ q: merchantId })).toEqual([merchantId]);
    expect(await ids({ q: '星野', certified: 'no' })).toEqual([merchantId]);
    expect(await ids({ q: '星野', certified: 'yes' })).toEqual([]);
    expect((await listMerchants(owner, {})).rows).toEqual([]);
    await expect(getMerchantDetail(owner, merchantId)).rejects.toMatchObject({ code: 'notFound' });
  });
});
