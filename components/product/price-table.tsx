import { useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/i18n/format';
import type { SkuView, SpecView } from './product-view';

/** Every specification with what is in it and the price of each offer, to compare before choosing. */
export function PriceTable({ specs }: { specs: SpecView[] }) {
  const t = useTranslations('product');
  const offer = (sku: SkuView) =>
    [...sku.attributes.map(({ value }) => value), t(`page.billings.${sku.billing}`)].join(' · ');
  const priceOf = (sku: SkuView) => {
    const per = (fen: bigint) => t(`page.perPeriod.${sku.billing}`, { price: formatMoney(fen) });
    const { quantity } = sku;
    if (!quantity) return [per(sku.price)];
    if (quantity.mode === 'linear') return [`${per(sku.price)} / ${quantity.unit}`];
    return quantity.bands.map(
      (band) => `${band.from}+ ${per(BigInt(band.price))} / ${quantity.unit}`,
    );
  };
  return (
    <div className="price-table">
      {specs.map((spec) => (
        <section key={spec.id}>
          <div className="min-w-0">
            <h3>{spec.name}</h3>
            {spec.description && <p>{spec.description}</p>}
          </div>
          <table>
            <thead className="sr-only">
              <tr>
                <th>{t('page.sku')}</th>
                <th>{t('page.price')}</th>
              </tr>
            </thead>
            <tbody>
              {spec.skus.map((sku) => (
                <tr key={sku.id}>
                  <td>
                    {offer(sku)}
                    {sku.quantity && (
                      <span>
                        {t('quantityRange', {
                          name: sku.quantity.name,
                          min: sku.quantity.min,
                          max: sku.quantity.max,
                          unit: sku.quantity.unit,
                          step: sku.quantity.step,
                        })}
                      </span>
                    )}
                  </td>
                  <td className="num">
                    {priceOf(sku).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
