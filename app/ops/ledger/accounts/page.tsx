import { AccountList } from '@/components/ledger/account-list';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { ledgerAccountFilters, listLedgerAccounts } from '@/lib/money/queries';

export default async function LedgerAccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('ledger.read');
  const values = await listParams(searchParams);
  const [t, format, page] = await Promise.all([
    getT('ledger'),
    getFormat(),
    listLedgerAccounts(actor, ledgerAccountFilters.parse(values), values.after),
  ]);
  return (
    <AccountList
      {...{ t, format, values }}
      accounts={page.rows}
      links={pageLinks('/ops/ledger/accounts', values, page.next)}
      exportHref={exportHref('ledger-accounts', values)}
    />
  );
}
