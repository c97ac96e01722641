import { eq } from 'drizzle-orm';
import { feeInvoices, payouts } from '@/db/schema';
import { merchantAudience } from '../audience';
import type { Notices } from '../define';

const TYPE = 'merchant.settlement';

/** The merchant hears of money that was paid to it. */
export const payoutNotices: Notices = {
  merchant: async ({ tx, row }) => {
    const [payout] = await tx.select().from(payouts).where(eq(payouts.id, row.subjectId));
    if (!payout) return null;
    const { bankName, masked } = payout.bank;
    return {
      receivers: await merchantAudience(tx, payout.merchantId, TYPE),
      params: {
        amount: payout.amount,
        account: `${bankName} ${masked}`,
        reference: payout.bankReference,
        paidOn: payout.paidOn,
      },
      href: '/merchant/payouts',
      type: TYPE,
    };
  },
};

/** … and of an invoice for the platform fee. */
export const feeInvoiceNotices: Notices = {
  merchant: async ({ tx, row }) => {
    const [invoice] = await tx.select().from(feeInvoices).where(eq(feeInvoices.id, row.subjectId));
    if (!invoice) return null;
    return {
      receivers: await merchantAudience(tx, invoice.merchantId, TYPE, ['site', 'mail']),
      params: { amount: invoice.amount, number: invoice.number },
      href: '/merchant/fee-invoices',
      type: TYPE,
    };
  },
};
