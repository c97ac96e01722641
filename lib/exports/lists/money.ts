import type { z } from 'zod';
import {
  type BalanceFilters,
  type BalanceMove,
  balanceFilters,
  listBalanceMoves,
} from '@/lib/money/balance';
import {
  type AccountView,
  type EntryView,
  type LedgerFilters,
  ledgerAccountFilters,
  ledgerFilters,
  listLedgerAccounts,
  listLedgerEntries,
} from '@/lib/money/queries';
import { defineExport, type ExportColumn } from '../define';

const field = <Row>(
  kind: ExportColumn<Row>['kind'],
  name: string,
  value: ExportColumn<Row>['value'],
  width = 18,
): ExportColumn<Row> => ({ header: `ledger.field.${name}`, kind, value, width });

const sides = (entry: EntryView, positive: boolean) =>
  entry.postings
    .filter(({ amount }) => amount > 0n === positive)
    .map(({ accountId }) => accountId)
    .join(' + ');

/** Every movement of money. */
export const ledgerEntriesExport = defineExport<EntryView, LedgerFilters>({
  portal: 'ops',
  permission: 'ledger.read',
  title: 'ledger.list.entries',
  filters: ledgerFilters,
  columns: [
    field('dateTime', 'at', (entry) => entry.at),
    field('word', 'memo', (entry) => `ledger.memo.${entry.memo}`),
    field('text', 'from', (entry) => sides(entry, false), 40),
    field('text', 'to', (entry) => sides(entry, true), 40),
    field('money', 'moved', (entry) => entry.moved),
    field('text', 'subject', (entry) => entry.subjectName ?? entry.subjectId, 34),
    field('text', 'key', (entry) => entry.key, 44),
    field('text', 'id', (entry) => entry.id, 34),
  ],
  batch: async (actor, filters, after, size) =>
    (await listLedgerEntries(actor, filters, after, size)).rows,
  cursor: (entry) => entry.id,
});

/** Accounts of the ledger with their balances. */
export const ledgerAccountsExport = defineExport<AccountView, z.infer<typeof ledgerAccountFilters>>(
  {
    portal: 'ops',
    permission: 'ledger.read',
    title: 'ledger.list.accounts',
    filters: ledgerAccountFilters,
    columns: [
      field('text', 'account', (account) => account.id, 44),
      field('word', 'kind', (account) => `ledger.kind.${account.kind}`),
      field('text', 'owner', (account) => account.owner, 30),
      field('money', 'derived', (account) => account.derived),
      field('money', 'cached', (account) => (account.guarded ? account.balance : null)),
    ],
    batch: async (actor, filters, after, size) =>
      (await listLedgerAccounts(actor, filters, after, size)).rows,
    cursor: (account) => account.id,
  },
);

/** A buyer's own movements. */
export const balanceMovesExport = defineExport<BalanceMove, BalanceFilters>({
  portal: 'buyer',
  permission: 'balance.read',
  title: 'balance.moves',
  filters: balanceFilters,
  columns: [
    field('dateTime', 'at', (move) => move.at),
    field('word', 'memo', (move) => `ledger.memo.${move.memo}`),
    field('money', 'amount', (move) => move.amount),
    field('money', 'after', (move) => move.after),
    field('text', 'subject', (move) => move.subjectName ?? move.subjectId, 34),
  ],
  batch: async (actor, filters, after, size) =>
    (await listBalanceMoves(actor, filters, after, size)).rows,
  cursor: (move) => move.id,
});
