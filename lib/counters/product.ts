import { countOwnProducts } from '@/lib/workflows/product/own-queries';
import type { Counter } from './define';

export const productCounters: Counter[] = [
  {
    name: 'productsFrozen',
    portal: 'ops',
    href: '/ops/products?state=frozen',
    permission: 'product.control',
    count: (actor) => countOwnProducts(actor, { state: 'frozen' }),
  },
];
