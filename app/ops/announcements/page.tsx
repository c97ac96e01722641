import { ConductList } from '@/components/standing/conduct-list';
import { toneOf } from '@/components/workflow/tones';
import { ANNOUNCEMENT_STATES } from '@/db/schema/announcement';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
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
    <ConductList
      noun="announcement"
      here={HERE}
      exported={exportHref('ops-announcements', values)}
      values={values}
      filters={filters}
      count={count}
      next={page.next}
      start={can(actor, 'announcement.manage') && { label: t('list.new'), href: `${HERE}/new` }}
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
      teach={t('list.emptyText')}
    />
  );
}
