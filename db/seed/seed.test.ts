import { expect, it } from 'vitest';
import { seedDemo } from '@/db/seed';
import { verifyLog } from '@/lib/audit/verify-log';
import { system } from '@/lib/auth/actor';
import { listReconciliations } from '@/lib/records/reconciliation/queries';
import { countPublished } from '@/lib/workflows/announcement/queries';
import { listStoreProducts } from '@/lib/workflows/product/queries';
import { countRefunds } from '@/lib/workflows/refund/queries';
import { countSupervisions } from '@/lib/workflows/supervision/queries';
import { countViolations } from '@/lib/workflows/violation/queries';

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
  for (const state of ['awaitingMerchant', 'rejected', 'refunded'] as const)
    expect(await countRefunds(operations, { state }), state).toBe(1);
  expect(await countViolations(operations, {})).toBe(1);
  expect(await countPublished({ kind: 'visitor' }, {})).toBe(1);
  expect(await listReconciliations(operations)).toMatchObject([{ differences: 0 }]);
  expect((await verifyLog()).broken).toBeUndefined();
}, 180_000);
