import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { SkuDraft, SpecDraft } from '@/db/schema/product-application';
import { formatMoney } from '@/lib/i18n/format';
import { skuKey } from '@/lib/workflows/product/sku-key';

/** One specification in words: attributes, and every SKU with its price. */
export function SpecSummary({ spec, against }: { spec: SpecDraft; against?: SpecDraft }) {
  const t = useTranslations('productApplication');
  const known = new Map(against?.skus.map((sku) => [skuKey(sku), sku]));
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{spec.name}</strong>
        <Badge plain>{t(`pricing.${spec.pricing}`)}</Badge>
        {spec.hidden && <Badge plain>{t('hiddenSpec')}</Badge>}
      </p>
      {spec.description && <p className="text-[13px] text-muted">{spec.description}</p>}
      {spec.attributes.map((one) => (
        <p key={one.code} className="text-[13px]">
          <span className="text-muted">{one.name}: </span>
          {one.kind === 'enumeration'
            ? one.values.join(' / ')
            : t('rangeText', {
                min: one.min,
                max: one.max,
                unit: one.unit,
                step: one.step,
                mode: t(`mode.${one.mode}`),
              })}
        </p>
      ))}
      <table className="sku-prices">
        <tbody>
          {spec.skus
            .filter((sku) => sku.offered)
            .map((sku) => {
              const before = known.get(skuKey(sku));
              const changed = against && (!before || priceText(before) !== priceText(sku));
              return (
                <tr key={skuKey(sku)} data-changed={changed || undefined}>
                  <td>
                    {[...sku.values.map(({ value }) => value), t(`billing.${sku.billing}`)].join(
                      ' · ',
                    )}
                  </td>
                  <td className="num text-end">{priceText(sku)}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </div>
  );
}

const money = (fen: string) => (/^\d+$/.test(fen) ? formatMoney(BigInt(fen)) : '–');
const priceText = (sku: SkuDraft) =>
  sku.bands.length > 0
    ? sku.bands.map(({ from, price }) => `${from}+ ${money(price)}`).join(', ')
    : money(sku.price);
