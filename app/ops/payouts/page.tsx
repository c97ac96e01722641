import { payoutListView } from '@/app/payout/views';
import { PayoutList } from '@/components/payout/payout-list';
import { ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function PayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('payout.read');
  const view = await payoutListView(actor, 'ops', searchParams);
  return (
    <PayoutList
      {...view}
      title={view.t('list.title')}
      actions={
        can(actor, 'payout.record') && (
          <ButtonLink look="primary" href="/ops/payouts/new">
            {view.t('list.new')}
          </ButtonLink>
        )
      }
    />
  );
}
