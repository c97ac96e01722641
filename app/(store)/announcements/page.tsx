import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { SmartLink } from '@/components/ui/smart-link';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  announcementFilters,
  countPublished,
  listPublished,
} from '@/lib/workflows/announcement/queries';

const HERE = '/announcements';

/** Public notices (公告), newest first; open to everybody (onboarding.md 9). */
export default async function PublicAnnouncementsPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const actor = await visitor();
  const values = await listParams(searchParams);
  const filters = announcementFilters.parse(values);
  const [t, locale, format, page, count] = await Promise.all([
    getT('announcement'),
    currentLocale(),
    getFormat(),
    listPublished(actor, filters, values.after),
    countPublished(actor, filters),
  ]);
  return (
    <>
      <PageHeader
        title={t('public.title')}
        count={format.count(count, count >= COUNT_CAP)}
        description={t('public.lead')}
      />
      <FilterBar
        action={HERE}
        values={values}
        fields={[
          { kind: 'search', name: 'q', placeholder: t('public.search') },
          { kind: 'dates', from: 'from', to: 'to', label: t('field.publishedAt') },
        ]}
      />
      {page.rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('public.emptyTitle')}>
            {t(values.q || values.from || values.to ? 'public.noneText' : 'public.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <ul className="card divide-y divide-separator">
          {page.rows.map((row) => (
            <li key={row.id} className="px-5 py-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <h2 className="text-[15px] font-medium">
                  <SmartLink className="link" href={`${HERE}/${row.id}`}>
                    {row.title[locale]}
                  </SmartLink>
                </h2>
                <span className="num text-[13px] text-muted">{format.date(row.publishedAt)}</span>
              </div>
              {row.merchantName && (
                <p className="mt-1 text-[13px] text-muted">
                  {[row.merchantName, row.result[locale]].filter(Boolean).join(' · ')}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pager {...pageLinks(HERE, values, page.next)} />
    </>
  );
}
