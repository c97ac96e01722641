import type { Entry } from './entry';

/** Seller centre. Add a line when the page exists; the words go to `nav.merchant.<key>`. */
export const merchantEntries: Entry<'merchant'>[] = [
  {
    key: 'questions',
    href: '/merchant/questions',
    group: 'products',
    permission: 'question.read',
    counter: 'questions',
  },
  { key: 'orders', href: '/merchant/orders', group: 'trade', permission: 'order.read' },
  {
    key: 'supervision',
    href: '/merchant/supervision',
    group: 'delivery',
    permission: 'supervision.read',
    counter: 'supervisionMerchant',
  },
];
