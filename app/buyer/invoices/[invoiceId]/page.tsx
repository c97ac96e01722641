import { notFound } from 'next/navigation';
import { invoiceDetailView } from '@/app/invoice/views';
import { InvoiceView } from '@/components/invoice/invoice-view';
import { orderConsequences } from '@/components/invoice/order-consequences';
import { ButtonLink } from '@/components/ui/button';
import { EventButton } from '@/components/workflow/event-button';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { invoice as machine } from '@/lib/workflows/invoice/machine';
import { revoke, sign } from '../actions';

/** One invoice, as the customer sees it. */
export default async function Page({ params }: { params: Promise<{ invoiceId: string }> }) {
  const actor = await requireBuyer();
  const view = await invoiceDetailView(actor, 'buyer', (await params).invoiceId);
  if (!view) notFound();
  const { t, format, detail } = view;
  const { invoice } = detail;
  const may = allowedEvents(machine, invoice, actor);
  const over = ['revoked', 'returned'].includes(invoice.state) && !detail.replacedBy;
  const again = detail.orders.map(({ orderId }) => `ids=${orderId}`).join('&');
  return (
    <InvoiceView
      {...view}
      actions={
        <>
          {may.includes('revoke') && (
            <EventButton
              noun="invoice"
              event="revoke"
              row={invoice}
              action={revoke}
              danger
              intro={t('dialog.revoke.intro')}
              consequences={orderConsequences(detail, t, format)}
              success={t('done.revoked')}
            />
          )}
          {may.includes('sign') && (
            <EventButton
              noun="invoice"
              event="sign"
              row={invoice}
              action={sign}
              look="primary"
              intro={t('dialog.sign.intro.buyer')}
              consequences={[
                { label: t('dialog.amount'), value: format.money(invoice.amount) },
                { label: t('dialog.then'), value: t('dialog.sign.then') },
              ]}
              success={t('done.signed')}
            />
          )}
          {over && (
            <ButtonLink look="primary" href={`/buyer/invoices/apply?${again}`}>
              {t('detail.again')}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
