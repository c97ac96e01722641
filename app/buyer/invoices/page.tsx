import type { Metadata } from 'next';
import { invoiceListView } from '@/app/invoice/views';
import { InvoiceList } from '@/components/invoice/invoice-list';
import { requireBuyer } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('invoice'))('title') };
}

/** Buyer centre > Invoices: what was asked for and where it stands. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  return <InvoiceList {...(await invoiceListView(actor, 'buyer', searchParams))} />;
}
