import { type InstanceFilters, instanceFilters } from '@/lib/workflows/instance/filters';
import { type InstanceItem, listInstances } from '@/lib/workflows/instance/queries';
import { defineExport } from '../define';

/** Purchased services of a buyer. */
export const instanceExport = defineExport<InstanceItem, InstanceFilters>({
  portal: 'buyer',
  permission: 'instance.read',
  title: 'instance.title',
  filters: instanceFilters,
  columns: [
    { header: 'instance.field.product', kind: 'text', value: (row) => row.productName, width: 32 },
    { header: 'instance.field.spec', kind: 'text', value: (row) => row.specName },
    {
      header: 'instance.field.merchant',
      kind: 'text',
      value: (row) => row.merchantName,
      width: 28,
    },
    { header: 'instance.field.order', kind: 'text', value: (row) => row.orderNumber },
    { header: 'instance.field.state', kind: 'word', value: (row) => `instance.state.${row.state}` },
    { header: 'instance.field.validFrom', kind: 'dateTime', value: (row) => row.validFrom },
    { header: 'instance.field.validUntil', kind: 'dateTime', value: (row) => row.validUntil },
  ],
  batch: async (actor, filters, after, size) =>
    (await listInstances(actor, { ...filters, after }, size)).rows,
  cursor: (row) => row.id,
});
