import type { QuantityPricing } from '@/db/schema/product';
import type { SkuDraft, SpecDraft } from '@/db/schema/product-application';

/** The quantity of a specification with the prices of one of its SKUs. */
export function quantityOf(spec: SpecDraft, sku: SkuDraft): QuantityPricing | null {
  const attribute = spec.attributes.find((one) => one.kind === 'quantity');
  if (!attribute) return null;
  const { code, name, unit, min, max, step, mode } = attribute;
  const bands =
    mode === 'linear'
      ? [{ from: min, price: sku.price }]
      : [...sku.bands].sort((a, b) => a.from - b.from);
  return { code, name, unit, min, max, step, mode, bands };
}
