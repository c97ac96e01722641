import { countViolations } from '@/lib/workflows/violation/queries';
import type { Counter } from './define';

export const violationCounters: Counter[] = [
  {
    name: 'violationsToAnswer',
    portal: 'merchant',
    href: '/merchant/standing?state=recorded',
    permission: 'violation.answer',
    count: (actor) => countViolations(actor, { state: 'recorded' }),
  },
  {
    name: 'violationsToDecide',
    portal: 'ops',
    href: '/ops/violations?state=answered',
    permission: 'violation.decide',
    count: (actor) => countViolations(actor, { state: 'answered' }),
  },
];
