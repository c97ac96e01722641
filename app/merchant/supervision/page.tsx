import type { Metadata } from 'next';
import { supervisionListView } from '@/app/supervision/list-view';
import { SupervisionList } from '@/components/supervision/supervision-list';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('supervision'))('title') };
}

/** Seller centre > Delivery > Service supervision. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('supervision.read');
  return <SupervisionList {...(await supervisionListView(actor, 'merchant', searchParams))} />;
}
