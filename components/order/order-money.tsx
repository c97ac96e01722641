import { Section } from '@/components/ui/card';
import { DataTable, type Row } from '@/components/ui/data-table';
import type { AppliedRule } from '@/db/schema/order';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import { paidOf } from '@/lib/workflows/order/amounts';
import type { OrderDetail } from '@/lib/workflows/order/queries';
import type { OrderPortal } from './order-rows';
import { lineTerms, percent } from './order-words';

/** Fee, merchant's share and contained tax in fen, by line. */
export type OrderAmounts = ReadonlyMap<
  string,
  {
    /** What the fee is of: the amount, less what was refunded of it. */
    sold: bigint;
    fee: bigint;
    voucherByMerchant: bigint;
    payable: bigint;
    tax: bigint;
  }
>;

/** Every amount of an order with how it was computed and which version of which rule it came from. */
export function OrderMoney({
  detail: { order, lines },
  amounts,
  portal,
  t,
  all,
  format,
}: {
  detail: OrderDetail;
  amounts: OrderAmounts;
  portal: OrderPortal;
  t: Translate;
  all: Translate;
  format: Format;
}) {
  const words = { t, all, format };
  const rule = (key: string) => order.rules.find((item) => item.key === key);
  const rows: Row[] = lines.flatMap((line) => {
    const { sold, fee, payable, voucherByMerchant, tax: contained } = amounts.get(line.id) ?? NONE;
    const rate = percent(line.feeRate);
    const amount = format.money(line.amount);
    const price: Row = {
      id: `${line.id}-amount`,
      cells: {
        what: { text: line.productName, sub: line.specName },
        amount,
        calculation: {
          text: `${format.money(line.unitPrice)} × ${line.periods}`,
          sub: lineTerms(t, line),
        },
        source: t('page.sourceProduct', { version: line.productVersion }),
      },
    };
    const split: Row[] =
      portal === 'buyer'
        ? []
        : [
            {
              id: `${line.id}-fee`,
              cells: {
                what: t('field.fee'),
                amount: format.money(fee),
                calculation: t('page.rounding', { amount: format.money(sold), rate }),
                source: sourceOf(rule('product.feeRate'), words),
              },
            },
            ...(line.voucherAmount > 0n
              ? [
                  {
                    id: `${line.id}-voucher-cost`,
                    cells: {
                      what: t('field.voucherByMerchant'),
                      amount: format.money(voucherByMerchant),
                      calculation: `${format.money(line.voucherAmount)} × ${percent(line.voucherMerchantRatio)}`,
                      source: sourceOf(rule('voucher.merchantRatio'), words),
                    },
                  },
                ]
              : []),
            {
              id: `${line.id}-payable`,
              cells: {
                what: t('field.payable'),
                amount: format.money(payable),
                calculation: [sold, fee, ...(line.voucherAmount > 0n ? [voucherByMerchant] : [])]
                  .map(format.money)
                  .join(' − '),
                source: '',
              },
            },
          ];
    const tax: Row = {
      id: `${line.id}-tax`,
      cells: {
        what: { text: t('field.tax'), sub: t(`taxType.${line.taxType}`) },
        amount: format.money(contained),
        calculation: {
          text: `${format.money(paidOf(line))} ÷ (1 + ${percent(line.taxRate)}) × ${percent(line.taxRate)}`,
          sub: t('page.contained'),
        },
        source: sourceOf(rule('tax.rates'), words),
      },
    };
    const voucher: Row[] =
      line.voucherAmount > 0n
        ? [
            {
              id: `${line.id}-voucher`,
              cells: {
                what: t('field.voucher'),
                amount: `−${format.money(line.voucherAmount)}`,
                calculation: `${amount} − ${format.money(line.voucherAmount)} = ${format.money(paidOf(line))}`,
                source: '',
              },
            },
          ]
        : [];
    return [price, ...voucher, ...split, tax];
  });
  rows.push({
    id: 'payBy',
    cells: {
      what: t('field.payBy'),
      amount: format.dateTime(order.payBy),
      calculation: t('page.days', { count: Number(rule('order.payWithinDays')?.value ?? 0) }),
      source: sourceOf(rule('order.payWithinDays'), words),
    },
  });
  return (
    <Section title={t('page.money')} description={t('page.moneyHelp')} flush>
      <DataTable
        caption={t('page.money')}
        columns={[
          { key: 'what', header: t('page.item'), wrap: true },
          { key: 'amount', header: t('page.value'), kind: 'money' },
          { key: 'calculation', header: t('page.calculation'), wrap: true },
          { key: 'source', header: t('page.source'), wrap: true },
        ]}
        rows={rows}
      />
    </Section>
  );
}

const NONE = { sold: 0n, fee: 0n, voucherByMerchant: 0n, payable: 0n, tax: 0n };

function sourceOf(
  rule: AppliedRule | undefined,
  { t, all, format }: { t: Translate; all: Translate; format: Format },
): string {
  if (!rule) return '';
  if (rule.key === 'product.feeRate') {
    return t('page.sourceListing', { version: rule.versionId ?? '' });
  }
  const key = all(`setting.label.${rule.key}`);
  if (!rule.effectiveFrom) return t('page.sourceDefault', { key });
  const date = format.dateTime(new Date(rule.effectiveFrom));
  return t('page.sourceSetting', { key, date });
}
