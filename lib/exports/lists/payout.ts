import type { Portal } from '@/lib/auth/viewer';
import { type FeeInvoice, listFeeInvoices } from '@/lib/records/fee-invoice/queries';
import type { PayoutRow } from '@/lib/records/payout/commands';
import { listPayouts, type PayoutFilters, payoutFilters } from '@/lib/records/payout/queries';
import { columnsOf, defineExport } from '../define';

const payout = columnsOf<PayoutRow>('payout');

/** Payments to one merchant, or to everybody for staff. */
export const payoutExport = (portal: Portal) =>
  defineExport<PayoutRow, PayoutFilters>({
    portal,
    permission: 'payout.read',
    title: 'payout.list.title',
    filters: payoutFilters,
    columns: [
      payout('text', 'paidOn', (row) => row.paidOn),
      ...(portal === 'ops' ? [payout('text', 'merchant', (row) => row.merchantName, 30)] : []),
      payout('money', 'amount', (row) => row.amount),
      payout('text', 'bankReference', (row) => row.bankReference, 24),
      payout('text', 'bank', (row) => `${row.bank.bankName} ${row.bank.masked}`, 30),
      payout('text', 'note', (row) => row.note, 30),
      payout('dateTime', 'createdAt', (row) => row.createdAt),
      payout('text', 'id', (row) => row.id, 34),
    ],
    batch: async (actor, filters, after, size) =>
      (await listPayouts(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });

const feeInvoice = columnsOf<FeeInvoice>('feeInvoice');

/** Platform-fee invoices of one merchant, or of everybody for staff. */
export const feeInvoiceExport = (portal: Portal) =>
  defineExport<FeeInvoice, PayoutFilters>({
    portal,
    permission: 'feeInvoice.read',
    title: 'feeInvoice.list.title',
    filters: payoutFilters,
    columns: [
      feeInvoice('text', 'issuedOn', (row) => row.issuedOn),
      ...(portal === 'ops' ? [feeInvoice('text', 'merchant', (row) => row.merchantName, 30)] : []),
      feeInvoice('text', 'number', (row) => row.number, 24),
      feeInvoice('money', 'amount', (row) => row.amount),
      feeInvoice('text', 'note', (row) => row.note, 30),
      feeInvoice('dateTime', 'createdAt', (row) => row.createdAt),
    ],
    batch: async (actor, filters, after, size) =>
      (await listFeeInvoices(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });
