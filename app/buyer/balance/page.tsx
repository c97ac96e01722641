import { BalanceMoves } from '@/components/ledger/balance-moves';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { ExportLinks } from '@/components/ui/export-links';
import { Pager } from '@/components/ui/pager';
import { StatCard } from '@/components/ui/stat-card';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { getBalance, listBalanceMoves } from '@/lib/money/balance';
import { sumWaitingTopUps } from '@/lib/workflows/top-up/queries';

export default async function BalancePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const [t, all, format, balance, waiting, page] = await Promise.all([
    getT('balance'),
    getT(),
    getFormat(),
    getBalance(actor),
    sumWaitingTopUps(actor),
    listBalanceMoves(actor, values.after),
  ]);
  return (
    <ListPage
      title={t('title')}
      actions={
        <>
          <ExportLinks href={exportHref('balance-moves', {})} />
          <ButtonLink href="/buyer/balance/top-up" look="primary">
            {t('topUp')}
          </ButtonLink>
        </>
      }
      pager={<Pager {...pageLinks('/buyer/balance', values, page.next)} />}
    >
      <div className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <StatCard label={t('available')} value={format.money(balance)} />
        <StatCard
          label={t('waiting')}
          value={format.money(waiting)}
          hint={t('all')}
          href="/buyer/balance/top-ups"
        />
      </div>
      <BalanceMoves moves={page.rows} all={all} t={t} format={format} />
    </ListPage>
  );
}
