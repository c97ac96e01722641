import type { ReactNode } from 'react';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import { fileAddress } from '@/components/ui/upload';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { paidOf } from '@/lib/workflows/order/amounts';
import type { OrderDetail } from '@/lib/workflows/order/queries';
import type { OrderPortal } from './order-rows';
import { lineQuantity } from './order-words';

interface BlockProps {
  detail: OrderDetail;
  portal: OrderPortal;
  t: Translate;
  format: Format;
}

const link = (href: string, text: string): ReactNode => (
  <SmartLink href={href} className="link">
    {text}
  </SmartLink>
);

/** What was ordered. */
export function ProductBlock({ detail, t, portal }: BlockProps) {
  return (
    <Section title={t('page.productBlock')}>
      {detail.lines.map((line) => (
        <DescriptionList
          key={line.id}
          items={[
            {
              label: t('field.product'),
              value:
                portal === 'buyer'
                  ? link(`/products/${line.productId}`, line.productName)
                  : line.productName,
            },
            { label: t('field.spec'), value: line.specName },
            {
              label: t('field.attributes'),
              value: line.attributes.map(({ name, value }) => `${name}: ${value}`).join('; '),
            },
            { label: line.quantityName ?? t('field.quantity'), value: lineQuantity(line) },
            {
              label: t('field.billing'),
              value: t(`billing.${line.billing}`),
            },
            ...(line.billing === 'oneTime'
              ? []
              : [
                  {
                    label: t('field.periods'),
                    value: t(`periods.${line.billing}`, { count: line.periods }),
                  },
                ]),
            { label: t('field.productVersion'), value: line.productVersion },
            {
              label: t('field.deliveryPeriod'),
              value: t('page.days', { count: line.deliveryPeriodDays }),
            },
            { label: t('field.lineId'), value: `${detail.order.number}-${line.id.slice(-6)}` },
          ]}
        />
      ))}
    </Section>
  );
}

/** The order itself: numbers, moments and what was agreed. */
export function OrderBlock({ detail: { order }, t, format }: BlockProps) {
  const moment = (key: 'paidAt' | 'completedAt' | 'cancelledAt') =>
    order[key] ? [{ label: t(`field.${key}`), value: format.dateTime(order[key]) }] : [];
  return (
    <Section title={t('page.orderBlock')}>
      <DescriptionList
        items={[
          { label: t('field.number'), value: order.number },
          { label: t('field.amount'), value: format.money(order.amount) },
          ...(order.voucherAmount > 0n
            ? [
                { label: t('field.voucher'), value: `−${format.money(order.voucherAmount)}` },
                {
                  label: t(order.paidAt ? 'field.paid' : 'field.toPay'),
                  value: format.money(paidOf(order)),
                },
              ]
            : []),
          { label: t('field.createdAt'), value: format.dateTime(order.createdAt) },
          { label: t('field.payBy'), value: format.dateTime(order.payBy) },
          ...moment('paidAt'),
          ...moment('completedAt'),
          ...moment('cancelledAt'),
          ...(order.refunded > 0n
            ? [
                { label: t('field.refunded'), value: format.money(order.refunded) },
                { label: t('field.refundedAt'), value: format.dateTime(order.refundedAt) },
              ]
            : []),
          ...(order.cancelReason
            ? [{ label: t('field.cancelReason'), value: t(`reason.${order.cancelReason}`) }]
            : []),
          {
            label: t('field.agreement'),
            wide: true,
            value: (
              <>
                <a className="link" href={fileAddress(order.agreementFileId)}>
                  {order.agreementName}
                </a>
                <span className="block break-all text-[13px] text-muted">
                  {t('page.signed', { hash: order.agreementSha256 })}
                </span>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Who bought, with the contact data that a stalled delivery needs (orders-and-refunds.md 6). */
export function CustomerBlock({ detail: { order }, t }: BlockProps) {
  const { buyerSnapshot: buyer } = order;
  return (
    <Section title={t('page.customerBlock')}>
      <DescriptionList
        items={[
          { label: t('field.customer'), value: buyer.realName },
          { label: t('field.realNameKind'), value: t(`realNameKind.${buyer.realNameKind}`) },
          { label: t('field.account'), value: buyer.name },
          {
            label: t('field.email'),
            value: (
              <a className="link" href={`mailto:${buyer.email}`}>
                {buyer.email}
              </a>
            ),
          },
          {
            label: t('field.phone'),
            value: buyer.phone && (
              <a className="link" href={`tel:${buyer.phone}`}>
                {buyer.phone}
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Who sold, and how to reach them. */
export function MerchantBlock({ detail: { order, contact }, t, portal }: BlockProps) {
  return (
    <Section title={t('page.merchantBlock')}>
      <DescriptionList
        items={[
          {
            label: t('field.merchant'),
            value:
              portal === 'ops'
                ? link(`/ops/merchants/${order.merchantId}`, order.merchantName)
                : order.merchantName,
          },
          { label: t('field.phone'), value: contact?.phone },
          { label: t('field.email'), value: contact?.email },
        ]}
      />
    </Section>
  );
}
