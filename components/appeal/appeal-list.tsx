import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { APPEAL_OUTCOMES, APPEAL_SIDES, APPEAL_STATES } from '@/db/schema/appeal';
import type { Portal } from '@/lib/auth/viewer';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP, type Page } from '@/lib/list/keyset';
import { exportHref, pageLinks } from '@/lib/list/search-params';
import type { AppealFilters } from '@/lib/workflows/appeal/filters';
import type { AppealRow } from '@/lib/workflows/appeal/machine';
import { appealColumns, appealRow } from './appeal-row';

export interface AppealListProps {
  portal: Portal;
  /** The address's parameters, as they are and as they were understood. */
  values: Record<string, string | undefined>;
  filters: AppealFilters;
  page: Page<AppealRow> & { now: Date };
  /** How many match, how many wait for the reader, and how many are beyond the promised time. */
  total: number;
  mine: number;
  overdue: number;
}

const PARTY = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;

/** The appeals of one portal, filters in the address (service-supervision.md 7). */
export async function AppealList(props: AppealListProps) {
  const { portal, values, filters, page, total, mine, overdue } = props;
  const path = `/${portal}/appeals`;
  const [t, format, locale] = await Promise.all([getT('appeal'), getFormat(), currentLocale()]);
  const counted = (n: number) => format.count(n, n >= COUNT_CAP);
  const party = PARTY[portal];
  const { after: _after, ...narrowed } = filters;
  const filtered = Object.values(narrowed).some(Boolean);
  const choices = (kind: string, list: readonly string[]) =>
    list.map((value) => ({ value, label: t(`${kind}.${value}`) }));
  const tab = filters.overdue
    ? 'overdue'
    : filters.turn === party
      ? 'mine'
      : filters.state === 'decided' || filters.state === 'open'
        ? filters.state
        : 'all';
  return (
    <ListPage
      title={t('title')}
      count={counted(total)}
      description={t(`list.about.${portal}`)}
      actions={<ExportLinks href={exportHref(`${portal}-appeals`, values)} />}
      tabs={
        <Tabs
          label={t('list.views')}
          current={tab}
          items={[
            { key: 'all', label: t('list.all'), href: path },
            {
              key: 'mine',
              label: t('list.mine'),
              href: `${path}?turn=${party}`,
              count: counted(mine),
            },
            { key: 'open', label: t('list.open'), href: `${path}?state=open` },
            ...(portal === 'ops'
              ? [
                  {
                    key: 'overdue',
                    label: t('list.overdue'),
                    href: `${path}?overdue=1`,
                    count: counted(overdue),
                  },
                ]
              : []),
            { key: 'decided', label: t('list.closed'), href: `${path}?state=decided` },
          ]}
        />
      }
      filters={
        <FilterBar
          action={path}
          values={values}
          keep={['turn', 'overdue']}
          fields={[
            { kind: 'search', name: 'q', placeholder: t(`list.search.${portal}`) },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: choices('state', APPEAL_STATES),
            },
            {
              kind: 'select',
              name: 'by',
              label: t('field.openedBy'),
              options: choices('side', APPEAL_SIDES),
            },
            {
              kind: 'select',
              name: 'outcome',
              label: t('field.outcome'),
              options: choices('outcome', APPEAL_OUTCOMES),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.openedAt') },
          ]}
        />
      }
      pager={<Pager {...pageLinks(path, values, page.next)} total={counted(total)} />}
    >
      <DataTable
        caption={t('title')}
        columns={appealColumns(t, portal)}
        rows={page.rows.map((row) => appealRow(row, { t, format, locale, portal, now: page.now }))}
        empty={
          <EmptyState title={t(filtered ? 'list.noneFound' : 'list.none')}>
            {t(filtered ? 'list.tryOther' : `list.teach.${portal}`)}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
