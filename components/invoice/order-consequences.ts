import type { Consequence } from '@/components/ui/confirm-dialog';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceDetail } from '@/lib/workflows/invoice/queries';

/** What ending an invoice means: its amount is not invoiced, its orders are free again. */
export function orderConsequences(
  { invoice, orders }: InvoiceDetail,
  t: Translate,
  format: Format,
): Consequence[] {
  return [
    { label: t('dialog.amount'), value: format.money(invoice.amount) },
    { label: t('dialog.orders'), value: orders.map(({ orderNumber }) => orderNumber).join(', ') },
    { label: t('dialog.then'), value: t('dialog.free') },
  ];
}
