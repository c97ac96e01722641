import { countInvoices } from '@/lib/workflows/invoice/queries';
import type { Counter } from './define';

/** Invoices that wait for the reader, in each portal. */
export const invoiceCounters: Counter[] = [
  {
    name: 'invoicesToSign',
    portal: 'buyer',
    href: '/buyer/invoices?state=toSign',
    permission: 'invoice.read',
    count: (actor) => countInvoices(actor, { state: 'toSign' }),
  },
  {
    name: 'invoicesToIssue',
    portal: 'merchant',
    href: '/merchant/invoices?state=toIssue',
    permission: 'invoice.read',
    count: (actor) => countInvoices(actor, { state: 'toIssue' }),
  },
  {
    name: 'invoicesOverdue',
    portal: 'ops',
    href: '/ops/invoices?overdue=yes',
    permission: 'invoice.read',
    count: (actor) => countInvoices(actor, { overdue: 'yes' }),
  },
];
