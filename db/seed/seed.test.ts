import { expect, it } from 'vitest';
import { seedDemo } from '@/db/seed';
import { verifyLog } from '@/lib/audit/verify-log';
import { system } from '@/lib/auth/actor';
import { listStoreProducts } from '@/lib/workflows/product/queries';
import { countSupervisions } from '@/lib/workflows/supervision/queries';

it('makes the demo once, through the same doors as people, and leaves a whole log', async () => {
  expect(await seedDemo()).toBeGreaterThan(3);
  expect(await seedDemo()).toBe(0);
  const shelf = await listStoreProducts({ kind: 'visitor' }, {});
  expect(shelf.rows.length).toBeGreaterThanOrEqual(4);
  const operations = system('test');
  for (const node of [
    'requirement',
    'requirementConfirm',
    'delivery',
    'acceptance',
    'done',
  ] as const)
    expect(await countSupervisions(operations, { node }), node).toBeGreaterThan(0);
  expect((await verifyLog()).broken).toBeUndefined();
}, 180_000);
