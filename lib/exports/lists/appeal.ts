import type { Portal } from '@/lib/auth/viewer';
import { appealFilters } from '@/lib/workflows/appeal/filters';
import { type AppealRow, appeal } from '@/lib/workflows/appeal/machine';
import { listAppeals } from '@/lib/workflows/appeal/queries';
import { defineExport, type ExportColumn } from '../define';

type Columns = ExportColumn<AppealRow>[];

const columnsFor = (portal: Portal): Columns => [
  { header: 'appeal.field.order', kind: 'text', value: (row) => row.orderNumber },
  { header: 'appeal.field.product', kind: 'text', value: (row) => row.productName, width: 32 },
  ...(portal === 'merchant'
    ? []
    : ([
        { header: 'appeal.field.merchant', kind: 'text', value: (row) => row.merchantName },
      ] satisfies Columns)),
  ...(portal === 'buyer'
    ? []
    : ([
        { header: 'appeal.field.buyer', kind: 'text', value: (row) => row.buyerName },
      ] satisfies Columns)),
  {
    header: 'appeal.field.openedBy',
    kind: 'word',
    value: (row) => `appeal.side.${row.openedBy}`,
  },
  {
    header: 'appeal.field.ground',
    kind: 'word',
    value: (row) => row.groundName ?? `appeal.ground.${row.ground}`,
  },
  { header: 'appeal.field.reason', kind: 'text', value: (row) => row.reason, width: 40 },
  { header: 'appeal.field.demand', kind: 'text', value: (row) => row.demand, width: 32 },
  { header: 'appeal.field.paid', kind: 'money', value: (row) => row.paid },
  { header: 'appeal.field.openedAt', kind: 'dateTime', value: (row) => row.createdAt },
  { header: 'appeal.field.handleBy', kind: 'dateTime', value: (row) => row.handleBy },
  { header: 'appeal.field.state', kind: 'word', value: (row) => `appeal.state.${row.state}` },
  {
    header: 'appeal.field.turn',
    kind: 'word',
    value: (row) => {
      const party = appeal.turn[row.state];
      return party && `appeal.side.${party}`;
    },
  },
  { header: 'appeal.field.requests', kind: 'number', value: (row) => row.requests },
  {
    header: 'appeal.field.outcome',
    kind: 'word',
    value: (row) => row.outcome && `appeal.outcome.${row.outcome}`,
  },
  { header: 'appeal.field.refunded', kind: 'money', value: (row) => row.refunded },
  { header: 'appeal.field.decision', kind: 'text', value: (row) => row.decision, width: 40 },
  { header: 'appeal.field.endedAt', kind: 'dateTime', value: (row) => row.endedAt },
];

/** The list of appeals of one portal. */
export const appealExport = (portal: Portal) =>
  defineExport({
    portal,
    permission: 'appeal.read',
    title: 'appeal.title',
    filters: appealFilters,
    columns: columnsFor(portal),
    batch: async (actor, filters, after, size) =>
      (await listAppeals(actor, { ...filters, after }, size)).rows,
    cursor: (row) => row.id,
  });
