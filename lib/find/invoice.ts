import { listInvoices } from '@/lib/workflows/invoice/queries';
import type { Finder } from './define';

/** Invoices by number, title, product, customer or merchant, as far as this person may see them. */
export const invoiceFinder: Finder = {
  name: 'invoices',
  find: async (actor, q, limit) => {
    if (actor.kind === 'visitor' || actor.kind === 'system') return [];
    const portal = { buyer: 'buyer', member: 'merchant', operator: 'ops' }[actor.kind];
    const { rows } = await listInvoices(actor, { q }, undefined, limit);
    return rows.map((invoice) => ({
      title: invoice.number,
      hint: `${invoice.title} · ${portal === 'buyer' ? invoice.merchantName : invoice.customerName}`,
      href: `/${portal}/invoices/${invoice.id}`,
    }));
  },
};
