import { topUpListView } from '@/app/top-up/views';
import { TopUpList } from '@/components/top-up/top-up-list';
import { ButtonLink } from '@/components/ui/button';
import { requireBuyer } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function BuyerTopUpsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const view = await topUpListView(actor, 'buyer', searchParams);
  return (
    <TopUpList
      {...view}
      actions={
        <ButtonLink href="/buyer/balance/top-up" look="primary">
          {view.t('page.new')}
        </ButtonLink>
      }
    />
  );
}
