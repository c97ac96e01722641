import type { Metadata } from 'next';
import { invoiceListView } from '@/app/invoice/views';
import { InvoiceList } from '@/components/invoice/invoice-list';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('invoice'))('title') };
}

/** Seller centre > Trade > Invoices to customers (money.md 2.4). */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('invoice.read');
  return <InvoiceList {...(await invoiceListView(actor, 'merchant', searchParams))} />;
}
