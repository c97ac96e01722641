import { countAppeals } from '@/lib/workflows/appeal/queries';
import type { Counter } from './define';

/** Appeals that wait for the reader, in each portal; the house also sees what it is late with. */
export const appealCounters: Counter[] = [
  {
    name: 'appealsBuyer',
    portal: 'buyer',
    href: '/buyer/appeals?turn=buyer',
    permission: 'appeal.answerAsBuyer',
    count: (actor) => countAppeals(actor, { turn: 'buyer' }),
  },
  {
    name: 'appealsMerchant',
    portal: 'merchant',
    href: '/merchant/appeals?turn=merchant',
    permission: 'appeal.read',
    count: (actor) => countAppeals(actor, { turn: 'merchant' }),
  },
  {
    name: 'appealsOps',
    portal: 'ops',
    href: '/ops/appeals?turn=operations',
    permission: 'appeal.decide',
    count: (actor) => countAppeals(actor, { turn: 'operations' }),
  },
  {
    name: 'appealsOverdue',
    portal: 'ops',
    href: '/ops/appeals?overdue=1',
    permission: 'appeal.decide',
    count: (actor) => countAppeals(actor, { overdue: '1' }),
  },
];
