import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { AccountView } from '@/lib/money/queries';
import { KINDS } from './ledger-list';
import { LedgerTabs } from './ledger-tabs';

/** Accounts with their balances, kept and derived; a row leads to the account's entries. */
export function AccountList({
  t,
  format,
  values,
  accounts,
  links,
  exportHref,
}: {
  t: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  accounts: AccountView[];
  links: { previous: string | null; next: string | null };
  exportHref: string;
}) {
  const { after: _after, trail: _trail, ...filters } = values;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <ListPage
      title={t('list.title')}
      actions={<ExportLinks href={exportHref} />}
      tabs={<LedgerTabs current="accounts" t={t} />}
      filters={
        <FilterBar
          action="/ops/ledger/accounts"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.searchAccounts') },
            {
              kind: 'select',
              name: 'kind',
              label: t('field.kind'),
              options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...links} />}
    >
      <DataTable
        caption={t('list.accounts')}
        columns={[
          { key: 'owner', header: t('field.owner'), kind: 'link' },
          { key: 'kind', header: t('field.kind') },
          { key: 'derived', header: t('field.derived'), kind: 'money' },
          { key: 'cached', header: t('field.cached'), kind: 'money' },
          { key: 'id', header: t('field.account'), kind: 'mono' },
        ]}
        rows={accounts.map((account) => {
          const differs = account.guarded && account.balance !== account.derived;
          return {
            id: account.id,
            href: `/ops/ledger?account=${encodeURIComponent(account.id)}`,
            ...(differs ? { tone: 'danger' as const } : {}),
            cells: {
              owner: account.owner ?? t('field.platform'),
              kind: { text: t(`kind.${account.kind}`), title: t(`kindHelp.${account.kind}`) },
              derived: format.money(account.derived),
              cached: account.guarded
                ? {
                    text: format.money(account.balance),
                    ...(differs ? { tone: 'danger' as const } : {}),
                  }
                : null,
              id: account.id,
            },
          };
        })}
        empty={
          filtered ? (
            <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>
          ) : (
            <EmptyState title={t('list.emptyAccountsTitle')}>{t('list.emptyAccounts')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
