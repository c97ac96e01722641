import Link from 'next/link';
import type { Fact } from '@/components/ui/description-list';
import type { Portal } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { RefundDetail } from '@/lib/workflows/refund/queries';
import type { RefundShares } from '@/lib/workflows/refund/settlement';

export interface FactWords {
  /** `refund.*` */
  t: Translate;
  format: Format;
  locale: Locale;
  portal: Portal;
}

const link = (href: string, text: string) => (
  <Link href={href} prefetch={false} className="link">
    {text}
  </Link>
);

/** What the buyer asked for. */
export function requestFacts({ row }: RefundDetail, { t, format, locale }: FactWords): Fact[] {
  const { versionId, effectiveFrom, route } = row.terms;
  const version =
    versionId && effectiveFrom
      ? t('detail.versionFrom', { date: format.dateTime(new Date(effectiveFrom)) })
      : t('detail.versionDefault');
  return [
    {
      label: t('field.amount'),
      value: `${format.money(row.amount)} · ${t(row.amount < row.paid ? 'part.partial' : 'part.full')}`,
    },
    { label: t('field.paid'), value: format.money(row.paid) },
    ...(row.voucherAmount > 0n
      ? [{ label: t('field.voucher'), value: format.money(row.voucherAmount) }]
      : []),
    { label: t('field.reason'), value: row.reasonName[locale] },
    { label: t('field.createdAt'), value: format.dateTime(row.createdAt) },
    {
      label: t('field.rule'),
      value: t('detail.ruleFrom', { route: t(`route.${route}`), version }),
    },
    ...(row.reminders > 0 ? [{ label: t('field.reminders'), value: row.reminders }] : []),
    ...(row.endReason ? [{ label: t('detail.endedWhy'), value: t(`ended.${row.endReason}`) }] : []),
    {
      label: t('field.explanation'),
      value: <span className="break-words whitespace-pre-line">{row.explanation || '–'}</span>,
      wide: true,
    },
  ];
}

/** The order that money comes back from. */
export function orderFacts(
  { row, order }: RefundDetail,
  { t, format, portal }: FactWords,
  orderWords: Translate,
): Fact[] {
  return [
    { label: t('field.order'), value: link(`/${portal}/orders/${order.id}`, order.number) },
    { label: t('field.orderState'), value: orderWords(order.state) },
    {
      label: t('field.product'),
      value:
        portal === 'buyer' ? link(`/products/${row.productId}`, row.productName) : row.productName,
    },
    { label: t('field.spec'), value: row.specName },
    { label: t('field.orderAmount'), value: format.money(order.amount) },
    { label: t('field.paidAt'), value: format.dateTime(order.paidAt) },
    ...(portal === 'merchant' ? [] : [{ label: t('field.merchant'), value: row.merchantName }]),
    ...(portal === 'buyer' ? [] : [{ label: t('field.buyer'), value: row.buyerName }]),
  ];
}

/** How the other side is reached: the merchant always, the customer with consent only. */
export function contactFacts({ row, merchant }: RefundDetail, { t, portal }: FactWords): Fact[] {
  const shared = row.sharedContact;
  const customer: Fact[] = shared
    ? [
        { label: t('field.contact'), value: shared.name },
        { label: t('field.phone'), value: shared.phone },
        { label: t('field.email'), value: shared.email },
      ]
    : [];
  const seller: Fact[] = [
    { label: t('field.servicePhone'), value: merchant?.servicePhone },
    { label: t('field.serviceEmail'), value: merchant?.serviceEmail },
  ];
  if (portal === 'merchant') return customer;
  return portal === 'buyer' ? seller : [...customer, ...seller];
}

/** Who gets what of the money, with the voucher's parts where there was one. */
export function moneyFacts(
  { row }: Pick<RefundDetail, 'row'>,
  shares: RefundShares,
  { t, format, portal }: FactWords,
): Fact[] {
  return [
    { label: t('money.buyer'), value: format.money(shares.toBuyer) },
    ...(portal === 'buyer'
      ? []
      : [
          { label: t('money.merchant'), value: format.money(shares.toMerchant) },
          { label: t('money.fee'), value: format.money(shares.fee) },
        ]),
    ...(row.voucherAmount > 0n && portal !== 'buyer'
      ? [
          { label: t('money.byMerchant'), value: format.money(shares.voucherByMerchant) },
          { label: t('money.byPlatform'), value: format.money(shares.voucherByPlatform) },
        ]
      : []),
  ];
}
