import { BalanceMoves } from '@/components/ledger/balance-moves';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { StatCard } from '@/components/ui/stat-card';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { BALANCE_MEMOS, balanceFilters, getBalance, listBalanceMoves } from '@/lib/money/balance';
import { sumWaitingTopUps } from '@/lib/workflows/top-up/queries';

export default async function BalancePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = balanceFilters.parse(values);
  const [t, all, format, balance, waiting, page] = await Promise.all([
    getT('balance'),
    getT(),
    getFormat(),
    getBalance(actor),
    sumWaitingTopUps(actor),
    listBalanceMoves(actor, filters, values.after),
  ]);
  return (
    <ListPage
      title={t('title')}
      actions={
        <>
          <ExportLinks href={exportHref('balance-moves', values)} />
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
      <FilterBar
        action="/buyer/balance"
        values={values}
        fields={[
          { kind: 'search', name: 'q', placeholder: t('search') },
          {
            kind: 'select',
            name: 'memo',
            label: all('ledger.field.memo'),
            options: BALANCE_MEMOS.map((value) => ({ value, label: all(`ledger.memo.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: all('ledger.field.at') },
        ]}
      />
      <BalanceMoves
        moves={page.rows}
        filtered={Object.values(filters).some(Boolean)}
        all={all}
        t={t}
        format={format}
      />
    </ListPage>
  );
}
