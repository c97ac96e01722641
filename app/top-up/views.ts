import { listStream } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { topUp as machine } from '@/lib/workflows/top-up/machine';
import { countTopUps, getTopUp, listTopUps, topUpFilters } from '@/lib/workflows/top-up/queries';

const PATHS = { buyer: '/buyer/balance/top-ups', ops: '/ops/top-ups' };

/** What a list of top-ups shows. */
export async function topUpListView(
  actor: Actor,
  portal: 'buyer' | 'ops',
  searchParams: SearchParams,
) {
  const values = await listParams(searchParams);
  const filters = topUpFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('topUp'),
    getT(),
    getFormat(),
    listTopUps(actor, filters, values.after),
    countTopUps(actor, filters),
  ]);
  return {
    portal,
    path: PATHS[portal],
    t,
    all,
    format,
    values,
    topUps: page.rows,
    total: format.count(count, count >= COUNT_CAP),
    links: pageLinks(PATHS[portal], values, page.next),
    exportHref: exportHref(`${portal}-top-ups`, values),
  };
}

/** What a top-up's page shows; nothing for strangers. */
export async function topUpDetailView(actor: Actor, portal: 'buyer' | 'ops', topUpId: string) {
  const detail = await getTopUp(actor, topUpId);
  if (!detail) return undefined;
  const [t, format, evidence] = await Promise.all([
    getT('topUp'),
    getFormat(),
    listStream(actor, `topUp:${topUpId}`),
  ]);
  return {
    portal,
    detail,
    t,
    format,
    evidence,
    next: whoIsNext(machine, detail.topUp, detail.now),
  };
}
