import type { Metadata } from 'next';
import { InvoiceableList } from '@/components/invoice/invoiceable-list';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  countInvoiceableOrders,
  listInvoiceableOrders,
} from '@/lib/workflows/invoice/apply-queries';
import { invoiceableFilters } from '@/lib/workflows/invoice/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('invoice'))('orders.title') };
}

/** Buyer centre > Invoices > orders that can be invoiced: the first step of an application. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = invoiceableFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('invoice'),
    getT(),
    getFormat(),
    listInvoiceableOrders(actor, filters, values.after),
    countInvoiceableOrders(actor, filters),
  ]);
  return (
    <InvoiceableList
      t={t}
      all={all}
      format={format}
      values={values}
      orders={page.rows}
      total={format.count(count, count >= COUNT_CAP)}
      links={pageLinks('/buyer/invoices/orders', values, page.next)}
      exportHref={exportHref('invoiceable-orders', values)}
    />
  );
}
