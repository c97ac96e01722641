import { countSupervisions } from '@/lib/workflows/supervision/queries';
import type { Counter } from './define';

/** Supervised orders that wait for the reader, in each portal. */
export const supervisionCounters: Counter[] = [
  {
    name: 'supervisionBuyer',
    portal: 'buyer',
    href: '/buyer/supervision?turn=buyer',
    permission: 'supervision.read',
    count: (actor) => countSupervisions(actor, { turn: 'buyer' }),
  },
  {
    name: 'supervisionMerchant',
    portal: 'merchant',
    href: '/merchant/supervision?turn=merchant',
    permission: 'supervision.read',
    count: (actor) => countSupervisions(actor, { turn: 'merchant' }),
  },
  {
    name: 'supervisionOps',
    portal: 'ops',
    href: '/ops/supervision?turn=operations',
    permission: 'supervision.read',
    count: (actor) => countSupervisions(actor, { turn: 'operations' }),
  },
];
