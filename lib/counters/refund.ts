import type { RefundFilters } from '@/lib/workflows/refund/filters';
import { countRefunds } from '@/lib/workflows/refund/queries';
import type { Counter } from './define';

const counter = (
  name: string,
  portal: Counter['portal'],
  permission: Counter['permission'],
  filters: RefundFilters,
): Counter => ({
  name,
  portal,
  href: `/${portal}/refunds?${new URLSearchParams(filters as Record<string, string>)}`,
  permission,
  count: (actor) => countRefunds(actor, filters),
});

/** Refunds that somebody should see to: the merchant decides, the others look after what is late. */
export const refundCounters: Counter[] = [
  counter('refundsToDecide', 'merchant', 'refund.decide', { state: 'awaitingMerchant' }),
  counter('refundsOverdue', 'buyer', 'refund.request', { overdue: 'yes' }),
  counter('refundsLate', 'ops', 'refund.read', { overdue: 'yes' }),
];
