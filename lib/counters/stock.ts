import { countStock } from '@/lib/records/stock/queries';
import type { Counter } from './define';

export const stockCounters: Counter[] = [
  {
    name: 'stockEmpty',
    portal: 'merchant',
    href: '/merchant/stock?show=empty',
    permission: 'saleRule.read',
    count: (actor) => countStock(actor, { show: 'empty' }),
  },
];
