import type { Entry } from './entry';

/** Seller centre. Add a line when the page exists; the words go to `nav.merchant.<key>`. */
export const merchantEntries: Entry<'merchant'>[] = [
  { key: 'home', href: '/merchant', group: 'home', permission: 'merchant.enter' },
  {
    key: 'profile',
    href: '/merchant/information',
    group: 'merchant',
    permission: 'merchant.read',
  },
  {
    key: 'certification',
    href: '/merchant/certification',
    group: 'merchant',
    permission: 'businessCertification.read',
  },
  {
    key: 'agreements',
    href: '/merchant/agreements',
    group: 'merchant',
    permission: 'agreement.read',
  },
  {
    key: 'support',
    href: '/merchant/support',
    group: 'merchant',
    permission: 'supportGroup.read',
  },
  {
    key: 'standing',
    href: '/merchant/standing',
    group: 'merchant',
    permission: 'standing.read',
    counter: 'violationsToAnswer',
  },
  { key: 'members', href: '/merchant/members', group: 'merchant', permission: 'member.read' },
  {
    key: 'receivers',
    href: '/merchant/receivers',
    group: 'merchant',
    permission: 'messageReceiver.read',
  },
  { key: 'products', href: '/merchant/products', group: 'products', permission: 'product.read' },
  {
    key: 'applications',
    href: '/merchant/applications',
    group: 'products',
    permission: 'product.read',
  },
  {
    key: 'publish',
    href: '/merchant/products/publish',
    group: 'products',
    permission: 'product.publish',
  },
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
  {
    key: 'appeals',
    href: '/merchant/appeals',
    group: 'delivery',
    permission: 'appeal.read',
    counter: 'appealsMerchant',
  },
  {
    key: 'configuration',
    href: '/merchant/product-configuration',
    group: 'products',
    permission: 'saleRule.read',
  },
  {
    key: 'stock',
    href: '/merchant/stock',
    group: 'products',
    permission: 'saleRule.read',
    counter: 'stockEmpty',
  },
  {
    key: 'attributes',
    href: '/merchant/attributes',
    group: 'products',
    permission: 'product.read',
  },
];
