import {
  signatureColumns,
  signatureFields,
  signatureRows,
} from '@/components/agreement/signature-list';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { requireBuyer } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { listSignatures, signatureFilters } from '@/lib/records/agreement/queries';

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
    listSignatures(actor, {
      ...signatureFilters.parse(values),
      ...(values.after ? { after: values.after } : {}),
    }),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      description={t('list.buyer')}
      actions={<ExportLinks href={exportHref('buyer-agreements', values)} />}
      filters={<FilterBar action={PATH} values={values} fields={signatureFields(t)} />}
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={signatureColumns(t)}
        rows={signatureRows(page.rows, { t, locale, format, path: PATH })}
        empty={
          values.q || values.kind ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={PATH}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyBuyer')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
