import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { AGREEMENT_KINDS } from '@/db/schema/agreement';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { agreementFilters, listAgreements, STANDINGS } from '@/lib/records/agreement/queries';

const TONES = {
  current: 'success',
  announced: 'info',
  past: 'neutral',
  overtaken: 'neutral',
} as const;

export default async function AgreementsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('agreement.read');
  const values = await listParams(searchParams);
  const [t, locale, format, rows] = await Promise.all([
    getT('agreement'),
    currentLocale(),
    getFormat(),
    listAgreements(actor, agreementFilters.parse(values)),
  ]);
  return (
    <ListPage
      title={t('ops.title')}
      count={format.count(rows.length)}
      description={t('ops.lead')}
      actions={
        <>
          <ExportLinks href={exportHref('ops-agreements', values)} />
          {can(actor, 'agreement.manage') && (
            <ButtonLink look="primary" href="/ops/agreements/new">
              {t('ops.add')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action="/ops/agreements"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('ops.search') },
            {
              kind: 'select',
              name: 'kind',
              label: t('field.kind'),
              options: AGREEMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            },
            {
              kind: 'select',
              name: 'standing',
              label: t('field.standing'),
              options: STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) })),
            },
          ]}
        />
      }
    >
      <DataTable
        caption={t('ops.title')}
        columns={[
          { key: 'kind', header: t('field.kind') },
          { key: 'title', header: t('field.title'), kind: 'link', wrap: true },
          { key: 'version', header: t('field.version') },
          { key: 'standing', header: t('field.standing'), kind: 'badge' },
          { key: 'effectiveFrom', header: t('field.effectiveFrom'), kind: 'date' },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/ops/agreements/${row.id}`,
          cells: {
            kind: t(`kind.${row.kind}`),
            title: { text: row.title[locale], sub: row.summary[locale] },
            version: t('versionNumber', { version: row.version }),
            standing: { text: t(`standing.${row.standing}`), tone: TONES[row.standing] },
            effectiveFrom: format.dateTime(row.effectiveFrom),
          },
        }))}
        empty={
          values.q || values.kind || values.standing ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href="/ops/agreements">{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('ops.emptyTitle')}>{t('ops.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
