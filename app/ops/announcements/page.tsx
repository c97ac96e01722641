import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { toneOf } from '@/components/workflow/tones';
import { ANNOUNCEMENT_STATES } from '@/db/schema/announcement';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  announcementFilters,
  countAnnouncements,
  listAnnouncements,
} from '@/lib/workflows/announcement/queries';

const HERE = '/ops/announcements';

export default async function AnnouncementsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('announcement.read');
  const values = await listParams(searchParams);
  const filters = announcementFilters.parse(values);
  const [t, locale, format, page, count] = await Promise.all([
    getT('announcement'),
    currentLocale(),
    getFormat(),
    listAnnouncements(actor, filters, values.after),
    countAnnouncements(actor, filters),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      actions={
        <>
          <ExportLinks href={exportHref('ops-announcements', values)} />
          {can(actor, 'announcement.manage') && (
            <ButtonLink look="primary" href={`${HERE}/new`}>
              {t('list.new')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action={HERE}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: ANNOUNCEMENT_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.createdAt') },
          ]}
        />
      }
      pager={<Pager {...pageLinks(HERE, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'title', header: t('field.title'), kind: 'link', wrap: true },
          { key: 'merchant', header: t('field.merchant'), wrap: true },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'publishedAt', header: t('field.publishedAt'), kind: 'date' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `${HERE}/${row.id}`,
          cells: {
            title: row.title[locale],
            merchant: row.merchantName,
            state: { text: t(`state.${row.state}`), tone: toneOf('announcement', row.state) },
            publishedAt: row.publishedAt && format.dateTime(row.publishedAt),
          },
        }))}
        empty={
          Object.values(filters).some(Boolean) ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={HERE}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
