import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { QUESTION_STATES } from '@/db/schema/question';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { readClock } from '@/lib/records/clock/queries';
import { listMerchantQuestions } from '@/lib/workflows/question/queries';

export default async function QuestionsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('question.read');
  const values = await listParams(searchParams);
  const [t, format, page, { now }] = await Promise.all([
    getT('question'),
    getFormat(),
    listMerchantQuestions(actor, values),
    readClock(actor),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      actions={<ExportLinks href={exportHref('merchant-questions', values)} />}
      filters={
        <FilterBar
          action="/merchant/questions"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: QUESTION_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/merchant/questions', values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'text', header: t('field.question'), kind: 'link', wrap: true },
          { key: 'product', header: t('field.product'), wrap: true },
          { key: 'askedBy', header: t('field.askedBy') },
          { key: 'askedAt', header: t('field.askedAt'), kind: 'date' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
        ]}
        rows={page.rows.map((row) => {
          const due = row.state === 'asked' && row.dueAt ? format.due(row.dueAt, now) : undefined;
          return {
            id: row.id,
            href: `/merchant/questions/${row.id}`,
            ...(due?.overdue ? { tone: 'warning' as const } : {}),
            cells: {
              text: row.text,
              product: row.productName,
              askedBy: row.askedBy,
              askedAt: format.dateTime(row.createdAt),
              state: {
                text: t(`state.${row.state}`),
                tone: row.state === 'asked' ? ('warning' as const) : ('neutral' as const),
                ...(due ? { sub: due.text } : {}),
              },
            },
          };
        })}
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
