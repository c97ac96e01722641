import { expect, it } from 'vitest';
import { seedDemo } from '@/db/seed';
import { verifyLog } from '@/lib/audit/verify-log';
import { listStoreProducts } from '@/lib/workflows/product/queries';

it('makes the demo once, through the same doors as people, and leaves a whole log', async () => {
  expect(await seedDemo()).toBeGreaterThan(3);
  expect(await seedDemo()).toBe(0);
  const shelf = await listStoreProducts({ kind: 'visitor' }, {});
  expect(shelf.rows.length).toBeGreaterThanOrEqual(4);
  expect((await verifyLog()).broken).toBeUndefined();
}, 180_000);
