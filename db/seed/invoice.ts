import type { Actor } from '@/lib/auth/actor';
import { makePdf } from '@/lib/files/samples/pdf';
import { addInvoiceContact } from '@/lib/records/invoice-contact/commands';
import { addInvoiceTitle } from '@/lib/records/invoice-title/commands';
import { requestLetter, writeLetter } from '@/lib/records/letter/commands';
import { dayOf } from '@/lib/time/working-days';
import { previewApplication } from '@/lib/workflows/invoice/apply-queries';
import {
  applyForInvoices,
  issueInvoice,
  rejectInvoice,
  signInvoice,
  takeBackInvoice,
} from '@/lib/workflows/invoice/commands';
import type { Tx } from '../client';
import { invoices } from '../schema';
import { asBuyer, asOwner, upload } from './cast';
import { backThen, standBack } from './clock';
import { seedNamedVouchers } from './named-voucher';
import { seedPayments } from './payout';
import { completeDemoSale, demoKey } from './sale';
import { configurationSkus } from './sku';

type Buyer = Actor & { kind: 'buyer' };
interface Bill {
  buyer: Buyer;
  titleId: string;
  postId?: string;
  mailId: string;
}

/**
 * What became of the demo's services afterwards: invoices at every place they stop, an explanation letter, customers
 * of a list with their vouchers, and what finance paid to the merchant and invoiced it. Orders of its own, by the
 * commands that people use.
 */
export async function seedInvoices(tx: Tx): Promise<void> {
  const [there] = await tx.select({ id: invoices.id }).from(invoices).limit(1);
  const skus = await configurationSkus();
  if (there || !skus) return;
  const owner = await asOwner('owner');
  const company = await asBuyer('company');
  const person = await asBuyer('buyer');
  await standBack(15);
  const pieceId = await seedNamedVouchers(owner, skus.productId, [company, person]);
  const bill = await billOfCompany(company);
  const own = await billOfPerson(person);
  const sell = (buyer: Buyer, skuId: string, daysAgo: number, voucher?: string) =>
    completeDemoSale({ buyer, owner }, { skuId, daysAgo, pieceId: voucher });
  const digital = async (daysAgo: number, title: string) => ({
    fiscalNumber: `25332000000${String(120_345_678 - Math.round(daysAgo * 1_009))}`,
    fiscalDate: dayOf(backThen(daysAgo), 'Asia/Shanghai'),
    fileId: await upload(
      owner,
      'invoiceFile',
      '电子发票.pdf',
      await makePdf('电子发票（数电票样张）', [`购买方：${title}`, '项目：云上环境配置服务']),
    ),
  });

  const done = await sell(company, skus.large, 14);
  const posted = await sell(company, skus.small, 13, pieceId);
  const returned = await sell(company, skus.small, 12.5);
  const late = await sell(company, skus.large, 12);
  const regretted = await sell(person, skus.small, 11.5);

  await standBack(10);
  const first = await apply(bill, done, 'special.digital');
  const second = await apply(bill, posted, 'special.paper');
  const third = await apply(bill, returned, 'general.digital');
  await standBack(9);
  await apply(bill, late, 'special.digital');
  const fourth = await apply(own, regretted, 'general.electronic');
  await standBack(8);
  await rejectInvoice(owner, fourth, { reason: '客户来电说明需改为单位抬头，撤回后重新申请。' });
  await issueInvoice(owner, first, await digital(8, '上海恒通物流有限公司'));
  await issueInvoice(owner, third, await digital(8.5, '上海恒通物流有限公司'));
  await issueInvoice(owner, second, {
    fiscalCode: '3300231130',
    fiscalNumber: '08467215',
    fiscalDate: dayOf(backThen(8), 'Asia/Shanghai'),
    courier: '顺丰速运',
    trackingNumber: 'SF1390277465012',
    remark: '发票联与抵扣联一并寄出，请注意查收。',
  });
  await standBack(7);
  await signInvoice(company, first, {});
  await signInvoice(company, third, {});
  await standBack(6);
  const letter = await requestLetter(company, { orderId: done });
  await writeLetter(letter.id);
  await standBack(4);
  await takeBackInvoice(owner, third, {
    reason: '客户财务要求开具专用发票，原票已收回冲红。',
    redLetterNumber: '33010625110012345678',
  });
  await standBack(3);
  await apply(bill, returned, 'special.digital');
  await seedPayments(owner.merchantId);
}

async function billOfCompany(buyer: Buyer): Promise<Bill> {
  const address = '上海市浦东新区世纪大道 1788 号 12 层';
  const title = await addInvoiceTitle(buyer, {
    kind: 'enterprise',
    taxId: '91310115MA1GUD3H23',
    special: {
      address,
      phone: '021-58881788',
      bankName: '招商银行上海分行陆家嘴支行',
      bankAccount: '1219 0812 3410 801',
    },
  });
  await addInvoiceTitle(buyer, { kind: 'organisation', title: '上海恒通物流有限公司工会委员会' });
  const post = await addInvoiceContact(buyer, {
    kind: 'post',
    name: '王敏（财务部）',
    phone: '13800040012',
    address,
  });
  const mail = await addInvoiceContact(buyer, {
    kind: 'mail',
    name: '恒通财务部',
    email: 'invoice@hengtong.example',
  });
  return { buyer, titleId: title.id, postId: post.id, mailId: mail.id };
}

async function billOfPerson(buyer: Buyer): Promise<Bill> {
  const title = await addInvoiceTitle(buyer, { kind: 'personal', title: '林晓舟' });
  const mail = await addInvoiceContact(buyer, {
    kind: 'mail',
    name: '林晓舟',
    email: 'buyer@guildhall.example',
  });
  return { buyer, titleId: title.id, mailId: mail.id };
}

/** Asks for the invoice of one order; answers the invoice's id. */
async function apply({ buyer, ...bill }: Bill, orderId: string, type: string): Promise<string> {
  const chosen = { ...bill, orderIds: [orderId], type, note: '' };
  const { invoices: planned } = await previewApplication(buyer, chosen);
  const shown = planned.map(({ taxRate, amount }) => `${taxRate}:${amount}`).join(',');
  const { id } = await applyForInvoices(buyer, { ...chosen, shown, requestKey: demoKey() });
  return id;
}
