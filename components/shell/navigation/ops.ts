import type { Entry } from './entry';

/** Operations. Add a line when the page exists; the words go to `nav.ops.<key>`. */
export const opsEntries: Entry<'ops'>[] = [
  { key: 'home', href: '/ops', group: 'home', permission: 'review.read' },
  {
    key: 'queue',
    href: '/ops/queue',
    group: 'review',
    permission: 'review.read',
    counter: 'queue',
  },
  {
    key: 'onboarding',
    href: '/ops/onboarding',
    group: 'review',
    permission: 'onboarding.read',
  },
  { key: 'merchants', href: '/ops/merchants', group: 'market', permission: 'merchant.read' },
  { key: 'agreements', href: '/ops/agreements', group: 'rules', permission: 'agreement.read' },
  {
    key: 'supervision',
    href: '/ops/supervision',
    group: 'trade',
    permission: 'supervision.read',
    counter: 'supervisionOps',
  },
  {
    key: 'realNames',
    href: '/ops/identities',
    group: 'review',
    permission: 'identity.read',
  },
  { key: 'settings', href: '/ops/settings', group: 'rules', permission: 'setting.read' },
  { key: 'calendar', href: '/ops/calendar', group: 'rules', permission: 'calendar.read' },
  {
    key: 'messages',
    href: '/ops/messages',
    group: 'platform',
    permission: 'message.read',
    counter: 'messagesFailed',
  },
  { key: 'staff', href: '/ops/staff', group: 'platform', permission: 'operator.read' },
  { key: 'evidence', href: '/ops/evidence', group: 'platform', permission: 'evidence.read' },
  { key: 'clock', href: '/ops/clock', group: 'platform', permission: 'clock.move' },
  { key: 'orders', href: '/ops/orders', group: 'trade', permission: 'order.read' },
  {
    key: 'topUps',
    href: '/ops/top-ups',
    group: 'finance',
    permission: 'topUp.read',
    counter: 'topUpsToConfirm',
  },
  { key: 'ledger', href: '/ops/ledger', group: 'finance', permission: 'ledger.read' },
  {
    key: 'reconciliation',
    href: '/ops/reconciliation',
    group: 'finance',
    permission: 'ledger.read',
  },
  {
    key: 'catalogue',
    href: '/ops/catalogue',
    group: 'market',
    permission: 'category.change',
  },
  {
    key: 'reviewRules',
    href: '/ops/review-rules',
    group: 'rules',
    permission: 'reviewRule.read',
  },
  { key: 'products', href: '/ops/products', group: 'market', permission: 'product.read' },
];
