import type { Actor } from '@/lib/auth/actor';
import type { Portal } from '@/lib/auth/viewer';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { supervisionFilters } from '@/lib/workflows/supervision/filters';
import { countSupervisions, listSupervisions } from '@/lib/workflows/supervision/queries';

const SIDE = { merchant: 'merchant', buyer: 'buyer', ops: 'operations' } as const;

/** What the list of supervised orders shows, whichever the portal. */
export async function supervisionListView(
  actor: Actor,
  portal: Portal,
  searchParams: SearchParams,
) {
  const values = await listParams(searchParams);
  const filters = supervisionFilters.parse(values);
  const party = SIDE[portal];
  const [page, total, mine] = await Promise.all([
    listSupervisions(actor, filters),
    countSupervisions(actor, filters),
    countSupervisions(actor, { turn: party }),
  ]);
  return { portal, party, values, filters, page, total, mine };
}
