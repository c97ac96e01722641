import type { Metadata } from 'next';
import { invoiceListView } from '@/app/invoice/views';
import { InvoiceList } from '@/components/invoice/invoice-list';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('invoice'))('title') };
}

/** Operations > Invoices, with those that merchants did not issue in time. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('invoice.read');
  return <InvoiceList {...(await invoiceListView(actor, 'ops', searchParams))} />;
}
