import { instances } from '@/db/schema';
import { bindWorkflow } from '@/lib/engine/bind';
import { openInstance, releaseInstance } from './effects';
import { type InstanceRow, instance } from './machine';

export const instanceWorkflow = bindWorkflow(instance, {
  table: instances,
  stream: (row: InstanceRow) => `order:${row.orderId}`,
  tenant: (row: InstanceRow) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row: InstanceRow) => `${row.productName} · ${row.orderNumber}`,
  effects: { open: openInstance, release: releaseInstance },
});
