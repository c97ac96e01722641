import type { Actor } from '@/lib/auth/actor';
import type { Portal } from '@/lib/auth/viewer';
import { currentLocale } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { refundFilters } from '@/lib/workflows/refund/filters';
import { countRefunds, listRefunds } from '@/lib/workflows/refund/queries';

/** What the list of refunds shows, whichever the portal. */
export async function refundListView(actor: Actor, portal: Portal, searchParams: SearchParams) {
  const values = await listParams(searchParams);
  const filters = refundFilters.parse(values);
  const [page, total, waiting, overdue, locale] = await Promise.all([
    listRefunds(actor, filters),
    countRefunds(actor, filters),
    countRefunds(actor, { state: 'awaitingMerchant' }),
    countRefunds(actor, { overdue: 'yes' }),
    currentLocale(),
  ]);
  return { portal, values, filters, page, total, waiting, overdue, locale };
}
