import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { PrintButton } from '@/components/ui/print-button';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { evidenceFilter, evidenceFilters, searchEvidence } from '@/lib/records/evidence/queries';
import { WORKFLOWS } from '@/lib/workflows/all';

/** What can be looked for: workflows, then records without states. */
const LOGGED = [
  ...WORKFLOWS.map(({ machine }) => machine.noun),
  'account',
  'member',
  'merchant',
  'messageReceiver',
  'supportGroup',
  'agreement',
  'attribute',
  'saleRule',
  'stock',
  'category',
  'reviewRule',
  'reviewItem',
  'setting',
  'calendar',
  'operator',
  'message',
  'file',
  'export',
];

export default async function EvidencePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('evidence.read');
  const values = await listParams(searchParams);
  const [t, all, format, page] = await Promise.all([
    getT('evidence'),
    getT(),
    getFormat(),
    searchEvidence(actor, {
      ...evidenceFilter(evidenceFilters.parse(values)),
      ...(values.after ? { after: values.after } : {}),
    }),
  ]);
  const word = (key: string, fallback: string) => (all.has(key) ? all(key) : fallback);
  return (
    <ListPage
      title={t('list.title')}
      description={t('list.description')}
      actions={
        <>
          <PrintButton />
          <ExportLinks href={exportHref('ops-evidence', values)} />
        </>
      }
      filters={
        <FilterBar
          action="/ops/evidence"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'noun',
              label: t('field.noun'),
              options: LOGGED.map((noun) => ({
                value: noun,
                label: word(`review.kind.${noun}`, noun),
              })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('field.at') },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/ops/evidence', values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'at', header: t('field.at'), kind: 'link' },
          { key: 'actor', header: t('field.actor') },
          { key: 'event', header: t('field.event') },
          { key: 'states', header: t('field.states') },
          { key: 'stream', header: t('field.stream'), kind: 'mono' },
          { key: 'seq', header: t('field.seq'), kind: 'number' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `/ops/evidence/${row.id}`,
          cells: {
            at: format.dateTime(row.at),
            actor: {
              text: row.actorName ?? t(`actor.${row.actor.kind}`),
              sub: row.actorName ? t(`actor.${row.actor.kind}`) : (row.actor.cause ?? ''),
            },
            event: {
              text: word(`${row.noun}.event.${row.event}`, `${row.noun}.${row.event}`),
              sub: word(`review.kind.${row.noun}`, row.noun),
            },
            states: [row.fromState, row.toState]
              .filter(Boolean)
              .map((state) => word(`${row.noun}.state.${state}`, String(state)))
              .join(' → '),
            stream: { text: row.stream, href: `/ops/evidence?q=${encodeURIComponent(row.stream)}` },
            seq: row.seq,
          },
        }))}
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
