import { topUpListView } from '@/app/top-up/views';
import { TopUpList } from '@/components/top-up/top-up-list';
import { requireOperator } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function OpsTopUpsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('topUp.read');
  return <TopUpList {...(await topUpListView(actor, 'ops', searchParams))} />;
}
