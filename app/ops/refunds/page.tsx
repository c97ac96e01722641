import type { Metadata } from 'next';
import { refundListView } from '@/app/refund/list-view';
import { RefundList } from '@/components/refund/refund-list';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('refund'))('title') };
}

/** Operations > Refunds, to look at. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('refund.read');
  return <RefundList {...(await refundListView(actor, 'ops', searchParams))} />;
}
