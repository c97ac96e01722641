import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { SUPERVISION_STATES } from '@/db/schema/supervision';
import type { Portal } from '@/lib/auth/viewer';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP, type Page } from '@/lib/list/keyset';
import { exportHref, pageLinks } from '@/lib/list/search-params';
import type { SupervisionFilters } from '@/lib/workflows/supervision/filters';
import type { SupervisionItem } from '@/lib/workflows/supervision/queries';
import { type ListParty, supervisionColumns, supervisionRow } from './supervision-row';

export interface SupervisionListProps {
  portal: Portal;
  party: ListParty;
  /** The address's parameters, as they are and as they were understood. */
  values: Record<string, string | undefined>;
  filters: SupervisionFilters;
  page: Page<SupervisionItem> & { now: Date };
  /** How many match, and how many wait for the reader. */
  total: number;
  mine: number;
}

/** The list of supervised orders of one portal: columns by audience, filters in the address (service-supervision.md 3). */
export async function SupervisionList(props: SupervisionListProps) {
  const { portal, party, values, filters, page, total, mine } = props;
  const path = `/${portal}/supervision`;
  const [t, orderWords, format] = await Promise.all([
    getT('supervision'),
    getT('order.state'),
    getFormat(),
  ]);
  const counted = (n: number) => format.count(n, n >= COUNT_CAP);
  const links = pageLinks(path, values, page.next);
  const filtered = Boolean(filters.q || filters.node || filters.turn || filters.from || filters.to);
  const rows = page.rows.map((item) =>
    supervisionRow(item, { t, orderWords, format, party, path, now: page.now }),
  );
  const tab = filters.turn === party ? 'mine' : (filters.node ?? 'all');
  return (
    <ListPage
      title={t('title')}
      count={counted(total)}
      description={t(`list.about.${portal}`)}
      actions={<ExportLinks href={exportHref(`${portal}-supervision`, values)} />}
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
            { key: 'open', label: t('list.open'), href: `${path}?node=open` },
            { key: 'done', label: t('list.done'), href: `${path}?node=done` },
          ]}
        />
      }
      filters={
        <FilterBar
          action={path}
          values={values}
          keep={['turn']}
          fields={[
            { kind: 'search', name: 'q', placeholder: t(`list.search.${portal}`) },
            {
              kind: 'select',
              name: 'node',
              label: t('field.node'),
              options: SUPERVISION_STATES.map((state) => ({
                value: state,
                label: t(`state.${state}`),
              })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.orderedAt') },
          ]}
        />
      }
      pager={<Pager {...links} total={counted(total)} />}
    >
      <DataTable
        caption={t('title')}
        columns={supervisionColumns(t, party)}
        rows={rows}
        empty={
          <EmptyState title={t(filtered ? 'list.noneFound' : 'list.none')}>
            {t(filtered ? 'list.tryOther' : `list.teach.${portal}`)}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
