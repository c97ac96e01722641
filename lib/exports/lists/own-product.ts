import { z } from 'zod';
import { dayFilter, textFilter } from '@/lib/list/filters';
import { listOwnProducts, type OwnItem } from '@/lib/workflows/product/own-queries';
import {
  type ApplicationItem,
  listApplications,
} from '@/lib/workflows/product-application/queries';
import { defineExport } from '../define';

const productFilters = z.object({ q: textFilter, state: textFilter, sale: textFilter });

/** My products with the filters of their list. */
export const productExport = defineExport<OwnItem, z.infer<typeof productFilters>>({
  portal: 'merchant',
  permission: 'product.read',
  title: 'product.list.title',
  filters: productFilters,
  columns: [
    { header: 'product.detail.id', kind: 'text', value: ({ product }) => product.id, width: 34 },
    { header: 'product.list.name', kind: 'text', value: ({ product }) => product.name, width: 36 },
    {
      header: 'product.list.state',
      kind: 'word',
      value: ({ product }) => `product.state.${product.state}`,
    },
    {
      header: 'product.list.sale',
      kind: 'word',
      value: ({ product }) => `product.list.${product.publicSale ? 'public' : 'hidden'}`,
    },
    { header: 'product.list.specs', kind: 'number', value: ({ specs }) => specs },
    { header: 'product.list.from', kind: 'money', value: ({ product }) => product.fromPrice },
    { header: 'product.list.listedAt', kind: 'dateTime', value: ({ product }) => product.listedAt },
  ],
  batch: async (actor, filters, after, size) =>
    (await listOwnProducts(actor, { ...filters, after, size })).rows,
  cursor: ({ product }) => product.id,
});

const applicationFilters = z.object({
  q: textFilter,
  state: textFilter,
  kind: textFilter,
  from: dayFilter,
  to: dayFilter,
});

/** My applications with the filters of their list. */
export const productApplicationExport = defineExport<
  ApplicationItem,
  z.infer<typeof applicationFilters>
>({
  portal: 'merchant',
  permission: 'productApplication.read',
  title: 'productApplication.list.title',
  filters: applicationFilters,
  columns: [
    { header: 'productApplication.detail.id', kind: 'text', value: ({ row }) => row.id, width: 34 },
    {
      header: 'productApplication.field.name',
      kind: 'text',
      value: ({ row }) => row.name,
      width: 36,
    },
    {
      header: 'productApplication.list.kind',
      kind: 'word',
      value: ({ row }) => `productApplication.kind.${row.kind}`,
    },
    {
      header: 'productApplication.list.state',
      kind: 'word',
      value: ({ row }) => `productApplication.state.${row.state}`,
    },
    {
      header: 'productApplication.detail.submittedAt',
      kind: 'dateTime',
      value: ({ row }) => row.submittedAt,
    },
    {
      header: 'productApplication.detail.decidedAt',
      kind: 'dateTime',
      value: ({ row }) => row.decidedAt,
    },
  ],
  batch: async (actor, filters, after, size) =>
    (await listApplications(actor, { ...filters, after, size })).rows,
  cursor: ({ row }) => row.id,
});
