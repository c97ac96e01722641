import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Application } from '@/lib/workflows/invoice/application';
import { OrderParts } from './order-parts';
import { PlannedInvoices } from './planned-invoices';

/** What will be asked for, invoice by invoice, before the button. */
export function ApplyConfirm({
  application,
  values,
  requestKey,
  back,
  courierFreeFrom,
  action,
  t,
  all,
  format,
}: {
  application: Application;
  /** The choice as it was made. */
  values: Record<string, string>;
  requestKey: string;
  back: string;
  courierFreeFrom: bigint;
  action: FormAction;
  t: Translate;
  all: Translate;
  format: Format;
}) {
  const { orders, title, contact, kind, medium, invoices } = application;
  const numbers = new Map(orders.map((order) => [order.id, order.row.number]));
  const shown = invoices.map(({ taxRate, amount }) => `${taxRate}:${amount}`).join(',');
  const special = kind === 'special' ? title.special : null;
  return (
    <div className="grid gap-4">
      <Section title={t('apply.result')} description={t('apply.resultHelp')} flush>
        <PlannedInvoices
          planned={invoices.map((one) => ({
            ...one,
            orders: new Set(one.parts.map(({ orderId }) => orderId)).size,
          }))}
          courierFreeFrom={courierFreeFrom}
          t={t}
          format={format}
        />
      </Section>
      <Section title={t('detail.buyerData')}>
        <DescriptionList
          items={[
            { label: t('field.title'), value: title.title },
            { label: t('field.titleKind'), value: all(`invoiceTitle.kind.${title.kind}`) },
            ...(title.taxId ? [{ label: t('field.taxId'), value: title.taxId }] : []),
            ...(special
              ? [
                  { label: t('field.address'), value: special.address },
                  { label: t('field.phone'), value: special.phone },
                  { label: t('field.bankName'), value: special.bankName },
                  { label: t('field.bankAccount'), value: special.bankAccount },
                ]
              : []),
            {
              label: t('field.type'),
              value: t('apply.of', { medium: t(`medium.${medium}`), kind: t(`kind.${kind}`) }),
            },
            {
              label: t('field.destination'),
              value: [contact.name, contact.email, contact.phone, contact.address]
                .filter(Boolean)
                .join(' '),
            },
            ...(values.note ? [{ label: t('field.note'), value: values.note, wide: true }] : []),
          ]}
        />
      </Section>
      <Section title={t('detail.orders')} flush>
        <OrderParts
          parts={invoices.flatMap(({ parts }) =>
            parts.map(({ orderId, line, refunded, amount }) => ({
              id: line.id,
              orderId,
              orderNumber: numbers.get(orderId) ?? orderId,
              productName: line.productName,
              specName: line.specName,
              lineAmount: line.amount,
              voucherAmount: line.voucherAmount,
              refunded,
              amount,
            })),
          )}
          href="/buyer/orders"
          t={t}
          format={format}
        />
      </Section>
      <ActionForm
        action={action}
        hidden={{ ...values, requestKey, shown }}
        success={t('apply.submitted')}
        redirectTo="/buyer/invoices/{id}"
      >
        {orders.map(({ id }) => (
          <input key={id} type="hidden" name="orderIds[]" value={id} readOnly />
        ))}
        <div className="flex flex-wrap gap-2">
          <SubmitButton size="lg">{t('apply.submit')}</SubmitButton>
          <ButtonLink size="lg" href={back}>
            {t('apply.back')}
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  );
}
