import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { Portal } from '@/lib/auth/viewer';
import { appealCounters } from './appeal';
import type { Counter } from './define';
import { invoiceCounters } from './invoice';
import { messageCounters } from './message';
import { orderCounters } from './order';
import { productCounters } from './product';
import { productReviewCounters } from './product-review';
import { questionCounters } from './question';
import { refundCounters } from './refund';
import { reviewCounters } from './review';
import { stockCounters } from './stock';
import { supervisionCounters } from './supervision';
import { topUpCounters } from './top-up';
import { violationCounters } from './violation';
import { voucherCounters } from './voucher';

export const COUNTERS: readonly Counter[] = [
  ...reviewCounters,
  ...messageCounters,
  ...questionCounters,
  ...productReviewCounters,
  ...stockCounters,
  ...productCounters,
  ...orderCounters,
  ...topUpCounters,
  ...invoiceCounters,
  ...supervisionCounters,
  ...appealCounters,
  ...violationCounters,
  ...refundCounters,
  ...voucherCounters,
];

/** The figures of one hat, with the lists they lead to; those the actor may not see are left out. */
export async function countersFor(
  actor: Actor,
  portal: Portal,
): Promise<{ name: string; href: string; count: number }[]> {
  const mine = COUNTERS.filter(
    (counter) => counter.portal === portal && can(actor, counter.permission),
  );
  return Promise.all(
    mine.map(async ({ name, href, count }) => ({ name, href, count: await count(actor) })),
  );
}
