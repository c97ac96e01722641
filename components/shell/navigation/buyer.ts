import type { Entry } from './entry';

/** Buyer centre. Add a line when the page exists; the words go to `nav.buyer.<key>`. */
export const buyerEntries: Entry<'buyer'>[] = [
  { key: 'home', href: '/buyer', group: 'home', permission: null },
  {
    key: 'orders',
    href: '/buyer/orders',
    group: 'trade',
    permission: 'order.read',
    counter: 'ordersToPay',
  },
  {
    key: 'refunds',
    href: '/buyer/refunds',
    group: 'trade',
    permission: 'refund.read',
    counter: 'refundsOverdue',
  },
  { key: 'balance', href: '/buyer/balance', group: 'trade', permission: 'balance.read' },
  {
    key: 'vouchers',
    href: '/buyer/vouchers',
    group: 'trade',
    permission: 'voucherPiece.read',
  },
  {
    key: 'invoices',
    href: '/buyer/invoices',
    group: 'trade',
    permission: 'invoice.read',
    counter: 'invoicesToSign',
  },
  {
    key: 'invoiceTitles',
    href: '/buyer/invoice-titles',
    group: 'trade',
    permission: 'invoiceTitle.manage',
  },
  { key: 'services', href: '/buyer/services', group: 'services', permission: 'instance.read' },
  {
    key: 'supervision',
    href: '/buyer/supervision',
    group: 'services',
    permission: 'supervision.read',
    counter: 'supervisionBuyer',
  },
  {
    key: 'appeals',
    href: '/buyer/appeals',
    group: 'services',
    permission: 'appeal.read',
    counter: 'appealsBuyer',
  },
  {
    key: 'reviews',
    href: '/buyer/reviews',
    group: 'services',
    permission: 'productReview.write',
    counter: 'reviewsToWrite',
  },
  { key: 'agreements', href: '/buyer/agreements', group: 'account', permission: null },
  { key: 'onboarding', href: '/merchant/onboarding', group: 'account', permission: null },
  { key: 'realName', href: '/account/identity', group: 'account', permission: null },
];
