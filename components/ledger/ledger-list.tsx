import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import type { LEDGER_KINDS } from '@/db/schema/ledger';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { EntryView } from '@/lib/money/queries';
import { sideOf } from './ledger-entries';
import { LedgerTabs } from './ledger-tabs';

/** Kinds of accounts that entries can be filtered by. */
export const KINDS = [
  'balance',
  'guarantee',
  'payable',
  'fee',
  'bank',
] as const satisfies readonly (typeof LEDGER_KINDS)[number][];

/** Every movement of money, newest first. */
export function LedgerList({
  t,
  all,
  format,
  values,
  entries,
  total,
  links,
  exportHref,
}: {
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  entries: EntryView[];
  /** How many match, already formatted. */
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
}) {
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <ListPage
      title={t('list.title')}
      count={total}
      actions={<ExportLinks href={exportHref} />}
      tabs={<LedgerTabs current="entries" t={t} />}
      filters={
        <FilterBar
          action="/ops/ledger"
          values={values}
          keep={['account']}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'kind',
              label: t('field.kind'),
              options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            },
            { kind: 'dates', from: 'from', to: 'to', label: t('list.time') },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t('list.entries')}
        columns={[
          { key: 'at', header: t('field.at'), kind: 'link' },
          { key: 'memo', header: t('field.memo') },
          { key: 'from', header: t('field.from') },
          { key: 'to', header: t('field.to') },
          { key: 'moved', header: t('field.moved'), kind: 'money' },
          { key: 'subject', header: t('field.subject'), kind: 'mono' },
        ]}
        rows={entries.map((entry) => ({
          id: entry.id,
          href: `/ops/ledger/${entry.id}`,
          cells: {
            at: format.dateTime(entry.at),
            memo: t(`memo.${entry.memo}`),
            from: sideOf(entry, 'from', all),
            to: sideOf(entry, 'to', all),
            moved: format.money(entry.moved),
            subject: subjectCell(entry, t),
          },
        }))}
        empty={
          filtered ? (
            <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}

const PAGES: Record<string, string> = {
  order: '/ops/orders',
  topUp: '/ops/top-ups',
  payout: '/ops/payouts',
};

/** What an entry is about, by the number people know it by, with the way to its page. */
export function subjectCell({ noun, subjectId, subjectName }: EntryView, t: Translate) {
  const text =
    noun === 'topUp' || noun === 'payout'
      ? t(`subject.${noun}`, { number: subjectName ?? 'none' })
      : (subjectName ?? subjectId);
  return PAGES[noun] ? { text, href: `${PAGES[noun]}/${subjectId}` } : text;
}
