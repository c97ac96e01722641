import type { Actor } from '@/lib/auth/actor';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countFeeInvoices, listFeeInvoices } from '@/lib/records/fee-invoice/queries';
import { countPayouts, listPayouts, payoutFilters } from '@/lib/records/payout/queries';

/** What a list of payments to merchants shows. */
export async function payoutListView(
  actor: Actor,
  portal: 'ops' | 'merchant',
  searchParams: SearchParams,
) {
  const path = `/${portal}/payouts`;
  const values = await listParams(searchParams);
  const filters = payoutFilters.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('payout'),
    getFormat(),
    listPayouts(actor, filters, values.after),
    countPayouts(actor, filters),
  ]);
  return {
    portal,
    path,
    t,
    format,
    values,
    rows: page.rows,
    count: format.count(count, count >= COUNT_CAP),
    links: pageLinks(path, values, page.next),
    exportHref: exportHref(`${portal}-payouts`, values),
  };
}

/** What a list of platform-fee invoices shows. */
export async function feeInvoiceListView(
  actor: Actor,
  portal: 'ops' | 'merchant',
  searchParams: SearchParams,
) {
  const path = `/${portal}/fee-invoices`;
  const values = await listParams(searchParams);
  const filters = payoutFilters.parse(values);
  const [t, format, page, count] = await Promise.all([
    getT('feeInvoice'),
    getFormat(),
    listFeeInvoices(actor, filters, values.after),
    countFeeInvoices(actor, filters),
  ]);
  return {
    portal,
    path,
    t,
    format,
    values,
    rows: page.rows,
    count: format.count(count, count >= COUNT_CAP),
    links: pageLinks(path, values, page.next),
    exportHref: exportHref(`${portal}-fee-invoices`, values),
  };
}
