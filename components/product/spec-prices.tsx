import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { priceText } from './price-text';
import type { SkuView, SpecView } from './product-view';

/** Specifications with all their prices, where nothing can be bought: in the preview of an application. */
export function SpecPrices({ specs }: { specs: SpecView[] }) {
  const t = useTranslations('product.page');
  const label = (sku: SkuView) =>
    [...sku.attributes.map(({ value }) => value), t(`billings.${sku.billing}`)].join(' · ');
  return (
    <div className="grid gap-4">
      {specs.length === 0 && <p className="text-muted">{t('noSpecs')}</p>}
      {specs.map((spec) => (
        <div key={spec.id}>
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            {spec.name}
            {spec.hidden && <Badge plain>{t('hiddenSpec')}</Badge>}
          </h3>
          {spec.description && (
            <p className="text-[13px] whitespace-pre-line text-muted">{spec.description}</p>
          )}
          <table className="sku-prices mt-1">
            <tbody>
              {spec.skus.map((sku) => (
                <tr key={sku.id}>
                  <td>{label(sku)}</td>
                  <td className="num text-end">
                    {sku.price === 0n ? (
                      <span className="text-muted">{t('notPriced')}</span>
                    ) : (
                      priceText({ price: sku.price, quantity: sku.quantity ?? null })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}
