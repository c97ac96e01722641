import { expect, test } from 'vitest';
import { staffPage } from './staff-page';

test.each([
  ['/ops/top-ups/tu_1', '/ops/top-ups/tu_1'],
  ['/ops', '/ops'],
  ['/buyer/orders/od_1', '/ops/orders/od_1'],
  ['/merchant/supervision/sv_1', '/ops/supervision/sv_1'],
  ['/buyer/balance/top-ups/tu_1', '/ops/top-ups/tu_1'],
  ['/merchant/products/pd_1', '/ops/products/pd_1'],
  ['/products/pd_1', '/ops/products/pd_1'],
  ['/merchant/applications/pa_1', '/ops/applications/pa_1'],
])('staff see %s at %s', (href, page) => {
  expect(staffPage(href)).toBe(page);
});

test.each(['/account/identity', '/merchant/supervision?node=open', '/opsx', '/merchant'])(
  '%s is the receiver’s alone',
  (href) => {
    expect(staffPage(href)).toBeUndefined();
  },
);
