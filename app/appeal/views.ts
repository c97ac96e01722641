import { listStream } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import type { Portal } from '@/lib/auth/viewer';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { appealFilters } from '@/lib/workflows/appeal/filters';
import { countAppeals, getAppeal, listAppeals } from '@/lib/workflows/appeal/queries';
import { getSupervision } from '@/lib/workflows/supervision/queries';

const PARTY = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;

/** What the list of appeals shows, whichever the portal. */
export async function appealListView(actor: Actor, portal: Portal, searchParams: SearchParams) {
  const values = await listParams(searchParams);
  const filters = appealFilters.parse(values);
  const [page, total, mine, overdue] = await Promise.all([
    listAppeals(actor, filters),
    countAppeals(actor, filters),
    countAppeals(actor, { turn: PARTY[portal] }),
    portal === 'ops' ? countAppeals(actor, { overdue: '1' }) : 0,
  ]);
  return { portal, values, filters, page, total, mine, overdue };
}

/** What an appeal's page shows, whichever the portal; nothing for strangers. */
export async function appealDetailView(actor: Actor, portal: Portal, appealId: string) {
  const detail = await getAppeal(actor, appealId);
  if (!detail) return undefined;
  const [log, supervision] = await Promise.all([
    listStream(actor, `order:${detail.row.orderId}`),
    can(actor, 'supervision.read', { productId: detail.row.productId })
      ? getSupervision(actor, detail.row.supervisionId)
      : undefined,
  ]);
  const bundle = can(actor, 'evidence.export', { productId: detail.row.productId });
  return { detail, log, supervision, portal, bundle };
}
