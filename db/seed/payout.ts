import { makePdf } from '@/lib/files/samples/pdf';
import { recordFeeInvoice } from '@/lib/records/fee-invoice/commands';
import { recordPayout } from '@/lib/records/payout/commands';
import { dayOf } from '@/lib/time/working-days';
import { asOperator, upload } from './cast';
import { backThen, standBack } from './clock';

const day = (daysAgo: number) => dayOf(backThen(daysAgo), 'Asia/Shanghai');

/** A part of what is payable to the demo's merchant, paid by finance, and an invoice for a part of the fee. */
export async function seedPayments(merchantId: string): Promise<void> {
  const finance = await asOperator('finance');
  await standBack(2);
  await recordPayout(finance, {
    requestKey: 'demo-payout-00001',
    merchantId,
    amount: '10000.00',
    bankReference: 'CMB2025110700318',
    paidOn: day(2),
    slipFileId: await upload(
      finance,
      'payoutSlip',
      '付款回单.pdf',
      await makePdf('电子回单', ['用途：商家结算款', '金额（小写）：￥10000.00']),
    ),
    note: '首批验收订单结算',
  });
  await standBack(1);
  await recordFeeInvoice(finance, {
    requestKey: 'demo-fee-invoice-00001',
    merchantId,
    amount: '500.00',
    number: '25332000000098765432',
    issuedOn: day(1),
    fileId: await upload(
      finance,
      'feeInvoice',
      '平台服务费发票.pdf',
      await makePdf('电子发票（样张）', ['项目：平台服务费', '价税合计（小写）：￥500.00']),
    ),
  });
}
