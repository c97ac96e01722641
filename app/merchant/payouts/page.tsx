import { payoutListView } from '@/app/payout/views';
import { MoneyCards } from '@/components/payout/money-cards';
import { PayoutList } from '@/components/payout/payout-list';
import { requireMerchant } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';
import { getOwnMoney } from '@/lib/records/payout/queries';

/** What is payable to the merchant, and what was paid to it. */
export default async function OwnPayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('payout.read');
  const [view, money] = await Promise.all([
    payoutListView(actor, 'merchant', searchParams),
    getOwnMoney(actor),
  ]);
  return (
    <PayoutList
      {...view}
      title={view.t('page.title')}
      tabs={money && <MoneyCards money={money} format={view.format} />}
    />
  );
}
