import { listStream } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { voucher as machine } from '@/lib/workflows/voucher/machine';
import {
  countVouchers,
  getVoucher,
  listVouchers,
  voucherFilters,
} from '@/lib/workflows/voucher/queries';
import { countPieces, listPieces, pieceFilters } from '@/lib/workflows/voucher-piece/queries';

type Portal = 'merchant' | 'ops';

/** What a list of batches shows. */
export async function voucherListView(actor: Actor, portal: Portal, searchParams: SearchParams) {
  const values = await listParams(searchParams);
  const filters = voucherFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('voucher'),
    getT(),
    getFormat(),
    listVouchers(actor, filters, values.after),
    countVouchers(actor, filters),
  ]);
  return {
    portal,
    t,
    all,
    format,
    values,
    vouchers: page.rows,
    total: format.count(count, count >= COUNT_CAP),
    links: pageLinks(`/${portal}/vouchers`, values, page.next),
    exportHref: exportHref(`${portal}-vouchers`, values),
  };
}

/** What a batch's page shows; nothing for strangers. */
export async function voucherDetailView(actor: Actor, voucherId: string) {
  const detail = await getVoucher(actor, voucherId);
  if (!detail) return undefined;
  const [t, format, evidence] = await Promise.all([
    getT('voucher'),
    getFormat(),
    listStream(actor, `voucher:${voucherId}`),
  ]);
  // A batch that comes to its end is no omission: the line says it in its own words.
  const next = { ...whoIsNext(machine, detail.voucher, detail.now), byItself: null };
  return { detail, next, evidence, t, format };
}

/** What the list of a batch's pieces shows; nothing for strangers. */
export async function pieceListView(
  actor: Actor,
  portal: Portal,
  voucherId: string,
  searchParams: SearchParams,
) {
  const detail = await getVoucher(actor, voucherId);
  if (!detail) return undefined;
  const values: Record<string, string | undefined> = {
    ...(await listParams(searchParams)),
    voucher: voucherId,
  };
  const filters = pieceFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('voucherPiece'),
    getT(),
    getFormat(),
    listPieces(actor, filters, values.after),
    countPieces(actor, filters),
  ]);
  const { voucher: _, ...shown } = values;
  return {
    portal,
    batch: { id: voucherId, name: detail.voucher.name },
    t,
    all,
    format,
    values: shown,
    pieces: page.rows,
    total: format.count(count, count >= COUNT_CAP),
    links: pageLinks(`/${portal}/vouchers/${voucherId}/pieces`, shown, page.next),
    exportHref: exportHref(`${portal}-voucher-pieces`, values),
  };
}
