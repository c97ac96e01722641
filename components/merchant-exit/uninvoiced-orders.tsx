import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { FileList } from '@/components/ui/file-list';
import type { Format } from '@/lib/i18n/server';
import type { UninvoicedOrder } from '@/lib/workflows/merchant-exit/queries';

/** Completed orders without invoice, each with the proof that none is wanted or the way to hand it in. */
export function UninvoicedOrders({
  orders,
  path,
  format,
  action,
}: {
  orders: UninvoicedOrder[];
  /** Where the orders' pages are. */
  path: string;
  format: Format;
  action?: (order: UninvoicedOrder) => ReactNode;
}) {
  const t = useTranslations('merchantExit');
  const w = useTranslations('invoiceWaiver');
  return (
    <Section
      id="uninvoiced"
      title={t('page.uninvoiced')}
      {...(action ? { description: t('page.uninvoicedHint') } : {})}
      flush
    >
      <DataTable
        caption={t('page.uninvoiced')}
        columns={[
          { key: 'order', header: w('field.order'), kind: 'link', wrap: true },
          { key: 'customer', header: w('field.customer'), wrap: true },
          { key: 'amount', header: w('field.amount'), kind: 'money' },
          { key: 'proof', header: w('field.fileIds'), wrap: true },
          ...(action ? [{ key: 'action', header: '', kind: 'actions' as const }] : []),
        ]}
        rows={orders.map((order) => ({
          id: order.id,
          cells: {
            order: { text: order.number, sub: order.productName, href: `${path}/${order.id}` },
            customer: order.customerName,
            amount: format.money(order.amount),
            proof: order.waiver
              ? {
                  node: (
                    <div>
                      <FileList files={order.waiver.files} />
                      {order.waiver.note && <p className="mt-1 text-[13px]">{order.waiver.note}</p>}
                    </div>
                  ),
                }
              : { text: w('none'), tone: 'warning' as const },
            action: action && { node: action(order) },
          },
        }))}
      />
    </Section>
  );
}
