import { z } from 'zod';
import { INVOICE_KINDS, INVOICE_MEDIA, INVOICE_STATES } from '@/db/schema/invoice';
import { dayFilter, textFilter } from '@/lib/list/filters';

/** Filters of the lists in their addresses; wrong values are left out, not refused. */
export const invoiceFilters = z.object({
  /** Number of application or order, title, product, customer or merchant. */
  q: textFilter,
  state: z.enum(INVOICE_STATES).optional().catch(undefined),
  kind: z.enum(INVOICE_KINDS).optional().catch(undefined),
  medium: z.enum(INVOICE_MEDIA).optional().catch(undefined),
  /** Not issued in time, and still not. */
  overdue: z.enum(['yes']).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type InvoiceFilters = z.infer<typeof invoiceFilters>;

export const invoiceableFilters = z.object({
  q: textFilter,
  merchant: z.string().max(60).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type InvoiceableFilters = z.infer<typeof invoiceableFilters>;
