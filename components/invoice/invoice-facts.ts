import type { Fact } from '@/components/ui/description-list';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceDetail } from '@/lib/workflows/invoice/queries';
import { type InvoicePortal, rateText } from './invoice-rows';

export interface FactContext {
  t: Translate;
  all: Translate;
  format: Format;
}

/** What the invoice says. */
export function contentFacts({ invoice }: InvoiceDetail, { t, format }: FactContext): Fact[] {
  return [
    { label: t('field.kind'), value: t(`kind.${invoice.kind}`) },
    { label: t('field.medium'), value: t(`medium.${invoice.medium}`) },
    { label: t('field.taxRate'), value: rateText(invoice.taxRate) },
    { label: t('field.tax'), value: format.money(invoice.tax) },
    ...(invoice.note ? [{ label: t('field.note'), value: invoice.note, wide: true }] : []),
  ];
}

/** Who it is made out to. */
export function buyerFacts({ invoice }: InvoiceDetail, { t, all }: FactContext): Fact[] {
  const { special } = invoice;
  return [
    { label: t('field.title'), value: invoice.title },
    { label: t('field.titleKind'), value: all(`invoiceTitle.kind.${invoice.titleKind}`) },
    ...(invoice.taxId ? [{ label: t('field.taxId'), value: invoice.taxId }] : []),
    ...(special
      ? [
          { label: t('field.address'), value: special.address },
          { label: t('field.phone'), value: special.phone },
          { label: t('field.bankName'), value: special.bankName },
          { label: t('field.bankAccount'), value: special.bankAccount },
        ]
      : []),
  ];
}

/** Where it goes, and who pays for that. */
export function sendingFacts(
  { invoice, courierFreeFrom }: InvoiceDetail,
  { t, format }: FactContext,
): Fact[] {
  const { destination: to } = invoice;
  return [
    { label: t('field.receiver'), value: to.name },
    ...(to.email ? [{ label: t('field.email'), value: to.email }] : []),
    ...(to.phone ? [{ label: t('field.phone'), value: to.phone }] : []),
    ...(to.address ? [{ label: t('field.address'), value: to.address, wide: true }] : []),
    ...(invoice.courierPaidBy
      ? [
          {
            label: t('field.courierPaidBy'),
            value: t(`detail.courier.${invoice.courierPaidBy}`, {
              limit: format.money(courierFreeFrom),
            }),
            wide: true,
          },
        ]
      : []),
  ];
}

/** What the merchant entered, and what became of it. */
export function issuedFacts(
  { invoice }: InvoiceDetail,
  portal: InvoicePortal,
  { t, format }: FactContext,
): Fact[] {
  const fact = (name: string, value: string | null | false) =>
    value ? [{ label: t(`field.${name}`), value }] : [];
  const moment = (at: Date | null) => at && format.dateTime(at);
  return [
    ...fact('fiscalNumber', invoice.fiscalNumber),
    ...fact('fiscalCode', invoice.fiscalCode),
    ...fact('fiscalDate', invoice.fiscalDate && format.day(invoice.fiscalDate)),
    ...fact('issuedAt', moment(invoice.issuedAt)),
    ...fact('courier', invoice.courier),
    ...fact('trackingNumber', invoice.trackingNumber),
    ...fact('signedAt', moment(invoice.signedAt)),
    ...fact('signedBy', invoice.signedBy && t(`party.${invoice.signedBy}`)),
    ...fact('remark', invoice.remark),
    ...fact('reason', invoice.reason),
    ...fact('redLetterNumber', portal !== 'buyer' && invoice.redLetterNumber),
    ...fact('endedAt', moment(invoice.endedAt)),
  ];
}
