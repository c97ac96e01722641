import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceLink } from '@/lib/workflows/invoice/queries';
import { type InvoicePortal, rateText } from './invoice-rows';

/** The invoices of an order, on its page; nothing where there are none. */
export function OrderInvoices({
  invoices,
  portal,
  all,
  format,
}: {
  invoices: readonly InvoiceLink[];
  portal: InvoicePortal;
  all: Translate;
  format: Format;
}) {
  if (invoices.length === 0) return null;
  return (
    <Section title={all('invoice.order.section')} flush>
      <DataTable
        caption={all('invoice.order.section')}
        columns={[
          { key: 'number', header: all('invoice.field.number'), kind: 'link' },
          { key: 'rate', header: all('invoice.field.taxRate'), kind: 'number' },
          { key: 'amount', header: all('invoice.field.amount'), kind: 'money' },
          { key: 'state', header: all('invoice.field.state'), kind: 'badge' },
        ]}
        rows={invoices.map((invoice) => ({
          id: invoice.id,
          href: `/${portal}/invoices/${invoice.id}`,
          cells: {
            number: invoice.number,
            rate: rateText(invoice.taxRate),
            amount: format.money(invoice.amount),
            state: stateCell(all, 'invoice', invoice.state),
          },
        }))}
      />
    </Section>
  );
}
