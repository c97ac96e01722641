import { countTopUps } from '@/lib/workflows/top-up/queries';
import type { Counter } from './define';

export const topUpCounters: Counter[] = [
  {
    name: 'topUpsToConfirm',
    portal: 'ops',
    href: '/ops/top-ups?state=pending',
    permission: 'topUp.read',
    count: (actor) => countTopUps(actor, { state: 'pending' }),
  },
];
