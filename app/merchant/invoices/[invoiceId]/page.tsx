import { notFound } from 'next/navigation';
import { invoiceDetailView } from '@/app/invoice/views';
import { InvoiceView } from '@/components/invoice/invoice-view';
import { orderConsequences } from '@/components/invoice/order-consequences';
import { TakeBackButton } from '@/components/invoice/take-back-button';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { invoice as machine } from '@/lib/workflows/invoice/machine';
import { reject, sign, takeBack } from '../actions';

/** One invoice, as the merchant sees it: issue, reject, record receipt, take back. */
export default async function Page({ params }: { params: Promise<{ invoiceId: string }> }) {
  const actor = await requireMerchant('invoice.read');
  const view = await invoiceDetailView(actor, 'merchant', (await params).invoiceId);
  if (!view) notFound();
  const { t, format, detail } = view;
  const { invoice } = detail;
  const may = allowedEvents(machine, invoice, actor);
  return (
    <InvoiceView
      {...view}
      actions={
        <>
          {may.includes('reject') && (
            <EventButton
              noun="invoice"
              event="reject"
              row={invoice}
              action={reject}
              danger
              intro={t('dialog.reject.intro')}
              consequences={orderConsequences(detail, t, format)}
              success={t('done.rejected')}
            >
              <Field
                name="reason"
                label={t('field.reason')}
                hint={t('dialog.reject.hint')}
                required
              >
                <Textarea rows={3} max={500} />
              </Field>
            </EventButton>
          )}
          {may.includes('issue') && (
            <ButtonLink look="primary" href={`/merchant/invoices/${invoice.id}/issue`}>
              {t('event.issue')}
            </ButtonLink>
          )}
          {may.includes('sign') && (
            <EventButton
              noun="invoice"
              event="sign"
              row={invoice}
              action={sign}
              intro={t('dialog.sign.intro.merchant')}
              consequences={[
                { label: t('dialog.amount'), value: format.money(invoice.amount) },
                { label: t('dialog.then'), value: t('dialog.sign.then') },
              ]}
              success={t('done.signed')}
            />
          )}
          {may.includes('takeBack') && (
            <TakeBackButton detail={detail} action={takeBack} t={t} format={format} />
          )}
        </>
      }
    />
  );
}
