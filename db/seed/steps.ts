import type { Tx } from '../client';
import { seedAgreements } from './agreement';
import { seedApplications } from './applications';
import { seedCalendar } from './calendar';
import { seedConduct } from './conduct';
import { seedIdentities, seedWaitingIdentity } from './identities';
import { seedInvoices } from './invoice';
import { seedMembers } from './members';
import { seedMerchants } from './merchants';
import { seedOrders } from './order';
import { seedOtherCustomers } from './other-customers';
import { seedProductReviews } from './product-reviews';
import { seedProducts } from './products';
import { seedReconciliation } from './reconciliation';
import { seedRefunds } from './refund';
import { seedPeople } from './seed-people';
import { seedSupervision } from './supervision';
import { seedVouchers } from './voucher';

/**
 * One part of the demo; later parts may rely on earlier ones. Runs once, in a transaction of its own, with the demo's
 * clock put back by `daysAgo`.
 */
export type SeedStep = {
  name: string;
  daysAgo: number;
  run: (tx: Tx, now: Date) => Promise<void>;
};

/** The demo, in the order in which it is made. */
export const SEED_STEPS: SeedStep[] = [
  { name: 'calendar', daysAgo: 0, run: seedCalendar },
  { name: 'agreements', daysAgo: 60, run: seedAgreements },
  { name: 'people', daysAgo: 50, run: seedPeople },
  { name: 'real names', daysAgo: 48, run: seedIdentities },
  { name: 'merchants', daysAgo: 45, run: seedMerchants },
  { name: 'products', daysAgo: 40, run: seedProducts },
  { name: 'members', daysAgo: 39, run: seedMembers },
  { name: 'orders', daysAgo: 24, run: seedOrders },
  { name: 'vouchers', daysAgo: 20, run: seedVouchers },
  { name: 'applications', daysAgo: 2, run: seedApplications },
  { name: 'supervision', daysAgo: 0, run: seedSupervision },
  { name: 'product reviews', daysAgo: 0, run: seedProductReviews },
  { name: 'other customers', daysAgo: 17, run: seedOtherCustomers },
  { name: 'refunds', daysAgo: 0, run: seedRefunds },
  { name: 'conduct', daysAgo: 12, run: seedConduct },
  { name: 'invoices', daysAgo: 0, run: seedInvoices },
  { name: 'waiting real name', daysAgo: 0, run: seedWaitingIdentity },
  { name: 'reconciliation', daysAgo: 0, run: seedReconciliation },
];
