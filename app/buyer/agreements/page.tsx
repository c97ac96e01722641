import { signatureColumns, signatureRows } from '@/components/agreement/signature-list';
import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { requireBuyer } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { listSignatures } from '@/lib/records/agreement/queries';

const PATH = '/buyer/agreements';

export default async function BuyerAgreementsPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const [t, locale, format, page] = await Promise.all([
    getT('agreement'),
    currentLocale(),
    getFormat(),
    listSignatures(actor, values),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      description={t('list.buyer')}
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={signatureColumns(t)}
        rows={signatureRows(page.rows, { t, locale, format, path: PATH })}
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyBuyer')}</EmptyState>}
      />
    </ListPage>
  );
}
