import type { Portal } from '@/lib/auth/viewer';
import type { TopUpRow } from '@/lib/workflows/top-up/machine';
import { listTopUps, type TopUpFilters, topUpFilters } from '@/lib/workflows/top-up/queries';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<TopUpRow>['kind'],
  name: string,
  value: ExportColumn<TopUpRow>['value'],
  width = 18,
): ExportColumn<TopUpRow> => ({ header: `topUp.field.${name}`, kind, value, width });

/** Top-ups of one buyer, or of everybody for staff. */
export const topUpExport = (portal: Portal) =>
  defineExport<TopUpRow, TopUpFilters>({
    portal,
    permission: 'topUp.read',
    title: 'topUp.list.title',
    filters: topUpFilters,
    columns: [
      field('dateTime', 'createdAt', (row) => row.createdAt),
      ...(portal === 'ops' ? [field('text', 'buyer', (row) => row.buyerName, 30)] : []),
      field('word', 'method', (row) => `topUp.method.${row.method}`),
      field('money', 'amount', (row) => row.amount),
      field('word', 'state', (row) => `topUp.state.${row.state}`),
      field('text', 'payerName', (row) => row.payerName, 30),
      field('text', 'bankReference', (row) => row.bankReference, 24),
      field('dateTime', 'settledAt', (row) => row.settledAt),
      field('text', 'id', (row) => row.id, 34),
    ],
    batch: async (actor, filters, after, size) =>
      (await listTopUps(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });
