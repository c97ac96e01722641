import { LedgerList } from '@/components/ledger/ledger-list';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countLedgerEntries, ledgerFilters, listLedgerEntries } from '@/lib/money/queries';

export default async function LedgerPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('ledger.read');
  const values = await listParams(searchParams);
  const filters = ledgerFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('ledger'),
    getT(),
    getFormat(),
    listLedgerEntries(actor, filters, values.after),
    countLedgerEntries(actor, filters),
  ]);
  return (
    <LedgerList
      {...{ t, all, format, values }}
      entries={page.rows}
      total={format.count(count, count >= COUNT_CAP)}
      links={pageLinks('/ops/ledger', values, page.next)}
      exportHref={exportHref('ledger-entries', values)}
    />
  );
}
