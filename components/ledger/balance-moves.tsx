import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { BalanceMove } from '@/lib/money/balance';

const PAGES: Record<string, string> = {
  order: '/buyer/orders',
  topUp: '/buyer/balance/top-ups',
};

/** A buyer's movements, each with the balance after it. */
export function BalanceMoves({
  moves,
  filtered,
  all,
  t,
  format,
}: {
  moves: BalanceMove[];
  /** Filters are set, so that an empty list does not mean an empty account. */
  filtered: boolean;
  all: Translate;
  t: Translate;
  format: Format;
}) {
  const field = (key: string) => all(`ledger.field.${key}`);
  return (
    <DataTable
      caption={t('moves')}
      columns={[
        { key: 'memo', header: field('memo'), kind: 'link' },
        { key: 'at', header: field('at'), kind: 'date' },
        { key: 'amount', header: field('amount'), kind: 'money' },
        { key: 'after', header: field('after'), kind: 'money' },
      ]}
      rows={moves.map((move) => ({
        id: move.id,
        ...(PAGES[move.noun] ? { href: `${PAGES[move.noun]}/${move.subjectId}` } : {}),
        cells: {
          memo: {
            text: all(`ledger.memo.${move.memo}`),
            ...(move.subjectName ? { sub: move.subjectName } : {}),
          },
          at: format.dateTime(move.at),
          amount: {
            text: `${move.amount > 0n ? '+' : ''}${format.money(move.amount)}`,
            ...(move.amount > 0n ? { tone: 'success' as const } : {}),
          },
          after: format.money(move.after),
        },
      }))}
      empty={
        filtered ? (
          <EmptyState title={all('ledger.list.noneTitle')}>{all('ledger.list.none')}</EmptyState>
        ) : (
          <EmptyState
            title={t('emptyTitle')}
            actions={
              <ButtonLink href="/buyer/balance/top-up" look="primary">
                {t('topUp')}
              </ButtonLink>
            }
          >
            {t('empty')}
          </EmptyState>
        )
      }
    />
  );
}
