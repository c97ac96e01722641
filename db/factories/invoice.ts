import { eq } from 'drizzle-orm';
import type { Actor, Member } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { addInvoiceContact } from '@/lib/records/invoice-contact/commands';
import { addInvoiceTitle } from '@/lib/records/invoice-title/commands';
import { INVOICE_TYPES } from '@/lib/records/merchant/schema';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { creditCodeCheck } from '@/lib/workflows/identity/credit-code';
import { previewApplication } from '@/lib/workflows/invoice/apply-queries';
import { applyForInvoices } from '@/lib/workflows/invoice/commands';
import { getDatabase } from '../client';
import { orderLines } from '../schema';
import { makeFile } from './order';
import { makeSupervised, type Supervised, type SupervisedOptions } from './supervision';

type Buyer = Actor & { kind: 'buyer' };

/** A company's code with its right check character. */
export const taxIdOf = (serial: number): string => {
  const first = `91330106MA2${String(serial).padStart(6, '0')}`;
  return first + creditCodeCheck(first);
};

export interface InvoiceBuyer {
  buyer: Buyer;
  titleId: string;
  postId: string;
  mailId: string;
}

/** A company that buys, with a title that special invoices can be made out to, an address and a mailbox. */
export async function makeInvoiceBuyer(): Promise<InvoiceBuyer> {
  const buyer = await createBuyer({ realNameKind: 'enterprise', realName: '上海恒通物流有限公司' });
  const title = await addInvoiceTitle(buyer, {
    kind: 'enterprise',
    taxId: taxIdOf(1),
    special: {
      address: '上海市浦东新区世纪大道 100 号',
      phone: '021-58880000',
      bankName: '招商银行上海分行',
      bankAccount: '1219 0000 0000 108',
    },
  });
  const post = await addInvoiceContact(buyer, {
    kind: 'post',
    name: '王财务',
    phone: '13800000001',
    address: '上海市浦东新区世纪大道 100 号 12 楼财务部',
  });
  const mail = await addInvoiceContact(buyer, {
    kind: 'mail',
    name: '财务部',
    email: `${buyer.accountId}@finance.example`,
  });
  return { buyer, titleId: title.id, postId: post.id, mailId: mail.id };
}

/** A merchant that issues every type of invoice. */
export const makeInvoicingMerchant = () => createMerchant({ invoiceTypes: [...INVOICE_TYPES] });

/** A paid order in supervision, at this rate in basis points. */
export async function makeInvoiceable(
  of: { buyer: Buyer; merchant: { merchantId: string; owner: Member } },
  { taxRate = 600, ...options }: SupervisedOptions & { taxRate?: number } = {},
): Promise<Supervised> {
  const made = await makeSupervised({ ...options, ...of });
  await getDatabase()
    .update(orderLines)
    .set({ taxRate })
    .where(eq(orderLines.orderId, made.orderId));
  return made;
}

/** What the confirm page sends, with the amounts that it showed. */
export async function applicationInput(
  { buyer, ...ids }: InvoiceBuyer,
  orderIds: string[],
  type = 'general.digital',
): Promise<Record<string, unknown>> {
  const chosen = { ...ids, orderIds, type, note: '' };
  const { invoices } = await previewApplication(buyer, chosen);
  const shown = invoices.map(({ taxRate, amount }) => `${taxRate}:${amount}`).join(',');
  return { ...chosen, shown, requestKey: newId('view') };
}

/** An application as it comes from the confirm page; answers the id of its first invoice. */
export async function applied(of: InvoiceBuyer, orderIds: string[], type?: string) {
  return applyForInvoices(of.buyer, await applicationInput(of, orderIds, type));
}

/** What a merchant enters for a fully digital invoice issued today. */
export async function issueInput(owner: Member, values: Record<string, unknown> = {}) {
  const file = await makeFile(
    { accountId: owner.accountId, merchantId: owner.merchantId },
    { purpose: 'invoiceFile', name: '电子发票.pdf' },
  );
  return {
    fiscalNumber: String(Math.floor(Math.random() * 1e10)).padStart(20, '2'),
    fiscalDate: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()),
    fileId: file.id,
    ...values,
  };
}
