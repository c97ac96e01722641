import Link from 'next/link';
import type { Fact } from '@/components/ui/description-list';
import type { Portal } from '@/lib/auth/viewer';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';

const link = (href: string, text: string) => (
  <Link href={href} prefetch={false} className="link">
    {text}
  </Link>
);

/** What was ordered. */
export function orderFacts(
  { row, order, lines }: SupervisionDetail,
  portal: Portal,
  { t, orderWords, format }: { t: Translate; orderWords: Translate; format: Format },
): Fact[] {
  const [line] = lines;
  return [
    { label: t('field.order'), value: link(`/${portal}/orders/${order.id}`, order.number) },
    { label: t('field.orderState'), value: orderWords(order.state) },
    {
      label: t('field.product'),
      value:
        portal === 'buyer' ? link(`/products/${row.productId}`, row.productName) : row.productName,
    },
    {
      label: t('field.spec'),
      value: [
        row.specName,
        ...(line?.attributes ?? []).map(({ name, value }) => `${name} ${value}`),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    {
      label: t('field.bought'),
      value: line
        ? [
            t(`billing.${line.billing}`, { count: line.periods }),
            line.quantityName
              ? `${line.quantityName} ${line.quantity}${line.quantityUnit ?? ''}`
              : '',
          ]
            .filter(Boolean)
            .join(' · ')
        : null,
    },
    { label: t('field.amount'), value: format.money(order.amount) },
    { label: t('field.orderedAt'), value: format.dateTime(row.orderedAt) },
    { label: t('field.paidAt'), value: format.dateTime(row.paidAt) },
  ];
}

/** How the other side is reached; operations see both. */
export function contactFacts(
  { order, merchant, row }: SupervisionDetail,
  portal: Portal,
  t: Translate,
): Fact[] {
  const customer: Fact[] = [
    { label: t('field.buyer'), value: order.customerName },
    { label: t('field.contact'), value: order.buyerSnapshot.name },
    { label: t('field.phone'), value: order.buyerSnapshot.phone },
    { label: t('field.email'), value: order.buyerSnapshot.email },
  ];
  const seller: Fact[] = [
    { label: t('field.merchant'), value: row.merchantName },
    { label: t('field.servicePhone'), value: merchant?.servicePhone },
    { label: t('field.serviceEmail'), value: merchant?.serviceEmail },
  ];
  if (portal === 'merchant') return customer;
  return portal === 'buyer' ? seller : [...customer, ...seller];
}

/** Rules and counters of the record (service-supervision.md 6). */
export function recordFacts(
  { row }: SupervisionDetail,
  { t, format }: { t: Translate; format: Format },
): Fact[] {
  return [
    {
      label: t('field.flow'),
      value: `${t(`template.${row.template}`)} · ${t(`flow.${row.flowVersion}`)}`,
    },
    { label: t('field.rule'), value: t(`rule.${row.acceptanceRule}`) },
    ...(row.reReview ? [{ label: t('field.scene'), value: t(`scene.${row.scene}`) }] : []),
    {
      label: t('field.deliveryPeriod'),
      value: row.deliveryPeriodDays
        ? [
            t('detail.days', { count: row.deliveryPeriodDays }),
            row.deliverBy ? t('detail.until', { at: format.dateTime(row.deliverBy) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')
        : null,
    },
    {
      label: t('field.enabledAt'),
      value: row.enabledAt ? format.dateTime(row.enabledAt) : t('detail.notFilledIn'),
    },
    ...(row.requirementStep
      ? [
          {
            label: t('field.requirementRejections'),
            value: t('detail.times', { count: row.requirementRejections }),
          },
        ]
      : []),
    {
      label: t('field.acceptanceRejections'),
      value: t('detail.times', { count: row.acceptanceRejections }),
    },
    ...(row.reReview
      ? [
          {
            label: t('field.reReviewRefusals'),
            value: t('detail.times', { count: row.reReviewRefusals }),
          },
        ]
      : []),
    ...(row.stalledSince
      ? [{ label: t('field.stalledSince'), value: format.dateTime(row.stalledSince) }]
      : []),
    ...(row.reminders > 0
      ? [{ label: t('field.reminders'), value: t('detail.times', { count: row.reminders }) }]
      : []),
  ];
}
