import type { ExportList } from './define';
import { balanceMovesExport, ledgerAccountsExport, ledgerEntriesExport } from './lists/money';
import { orderExport } from './lists/order';
import { topUpExport } from './lists/top-up';

/** Every list that can be exported, by the name in its address: `/api/ui/exports/<name>?format=csv`. */
export const EXPORTS: Record<string, ExportList> = {
  'buyer-orders': orderExport('buyer'),
  'merchant-orders': orderExport('merchant'),
  'ops-orders': orderExport('ops'),
  'balance-moves': balanceMovesExport,
  'buyer-top-ups': topUpExport('buyer'),
  'ops-top-ups': topUpExport('ops'),
  'ledger-entries': ledgerEntriesExport,
  'ledger-accounts': ledgerAccountsExport,
};
