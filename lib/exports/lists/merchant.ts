import {
  listMerchants,
  type MerchantFilter,
  type MerchantListRow,
  merchantFilter,
} from '@/lib/records/merchant/queries';
import { defineExport } from '../define';

/** The merchants, as operations filter them. */
export const merchantExport = defineExport<MerchantListRow, MerchantFilter>({
  portal: 'ops',
  permission: 'merchant.read',
  title: 'merchant.ops.title',
  filters: merchantFilter,
  columns: [
    { header: 'merchant.field.companyName', kind: 'text', value: (row) => row.name, width: 30 },
    {
      header: 'merchant.field.creditCode',
      kind: 'text',
      value: (row) => row.creditCode,
      width: 22,
    },
    { header: 'merchant.ops.owner', kind: 'text', value: (row) => row.ownerName },
    { header: 'merchant.ops.joinedAt', kind: 'dateTime', value: (row) => row.createdAt },
    { header: 'merchant.ops.certifiedAt', kind: 'dateTime', value: (row) => row.certifiedAt },
  ],
  batch: async (actor, filters, after, size) =>
    (await listMerchants(actor, { ...filters, after }, size)).rows,
  cursor: (row) => row.id,
});
