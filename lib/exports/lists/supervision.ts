import type { Portal } from '@/lib/auth/viewer';
import { supervisionFilters } from '@/lib/workflows/supervision/filters';
import { supervision } from '@/lib/workflows/supervision/machine';
import { listSupervisions, type SupervisionItem } from '@/lib/workflows/supervision/queries';
import { defineExport, type ExportColumn } from '../define';

type Columns = ExportColumn<SupervisionItem>[];

const columnsFor = (portal: Portal): Columns => [
  { header: 'supervision.field.order', kind: 'text', value: (row) => row.orderNumber },
  { header: 'supervision.field.product', kind: 'text', value: (row) => row.productName, width: 32 },
  { header: 'supervision.field.spec', kind: 'text', value: (row) => row.specName },
  ...(portal === 'merchant'
    ? []
    : ([
        { header: 'supervision.field.merchant', kind: 'text', value: (row) => row.merchantName },
      ] satisfies Columns)),
  ...(portal === 'buyer'
    ? []
    : ([
        { header: 'supervision.field.buyer', kind: 'text', value: (row) => row.buyerName },
      ] satisfies Columns)),
  { header: 'supervision.field.amount', kind: 'money', value: (row) => row.amount },
  {
    header: 'supervision.field.orderState',
    kind: 'word',
    value: (row) => `order.state.${row.orderState}`,
  },
  { header: 'supervision.field.orderedAt', kind: 'dateTime', value: (row) => row.orderedAt },
  {
    header: 'supervision.field.node',
    kind: 'word',
    value: (row) => `supervision.state.${row.state}`,
  },
  {
    header: 'supervision.field.turn',
    kind: 'word',
    value: (row) => {
      const party = supervision.turn[row.state];
      return party && `supervision.party.${party}`;
    },
  },
  { header: 'supervision.field.since', kind: 'dateTime', value: (row) => row.stateSince },
  {
    header: 'supervision.field.requirementRejections',
    kind: 'number',
    value: (row) => row.requirementRejections,
  },
  {
    header: 'supervision.field.acceptanceRejections',
    kind: 'number',
    value: (row) => row.acceptanceRejections,
  },
];

/** The list of supervised orders of one portal. */
export const supervisionExport = (portal: Portal) =>
  defineExport({
    portal,
    permission: 'supervision.read',
    title: 'supervision.title',
    filters: supervisionFilters,
    columns: columnsFor(portal),
    batch: async (actor, filters, after, size) =>
      (await listSupervisions(actor, { ...filters, after }, size)).rows,
    cursor: (row) => row.id,
  });
