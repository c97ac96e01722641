import type { InvoicePortal } from '@/components/invoice/invoice-rows';
import { listStream } from '@/lib/audit/queries';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { invoiceFilters } from '@/lib/workflows/invoice/filters';
import { invoice as machine } from '@/lib/workflows/invoice/machine';
import { countInvoices, getInvoice, listInvoices } from '@/lib/workflows/invoice/queries';

/** What a list of invoices shows, whichever the portal. */
export async function invoiceListView(
  actor: Actor,
  portal: InvoicePortal,
  searchParams: SearchParams,
) {
  const values = await listParams(searchParams);
  const filters = invoiceFilters.parse(values);
  const [t, all, format, page, count, toIssue, overdue] = await Promise.all([
    getT('invoice'),
    getT(),
    getFormat(),
    listInvoices(actor, filters, values.after),
    countInvoices(actor, filters),
    countInvoices(actor, { state: 'toIssue' }),
    countInvoices(actor, { overdue: 'yes' }),
  ]);
  const counted = (n: number) => format.count(n, n >= COUNT_CAP);
  return {
    portal,
    t,
    all,
    format,
    values,
    invoices: page.rows,
    now: page.now,
    issues: can(actor, 'invoice.issue'),
    total: counted(count),
    toIssue: counted(toIssue),
    overdue: counted(overdue),
    links: pageLinks(`/${portal}/invoices`, values, page.next),
    exportHref: exportHref(`${portal}-invoices`, values),
  };
}

/** What an invoice's page shows, whichever the portal; nothing for strangers. */
export async function invoiceDetailView(actor: Actor, portal: InvoicePortal, id: string) {
  const detail = await getInvoice(actor, id);
  if (!detail) return undefined;
  const [t, all, format, evidence] = await Promise.all([
    getT('invoice'),
    getT(),
    getFormat(),
    listStream(actor, `invoice:${id}`),
  ]);
  const next = whoIsNext(machine, detail.invoice, detail.now);
  return { portal, detail, t, all, format, evidence, next };
}
