import type { SkuDraft, SpecDraft } from '@/db/schema/product-application';
import { skuKey } from '@/lib/workflows/product/sku-key';

/** A value written twice is complained about; until then it counts once, so that no SKU is there twice. */
const distinct = (values: readonly string[]) => [...new Set(values)];

/** How many SKUs a specification's billing modes and enumeration values make. */
export const matrixSize = (spec: SpecDraft): number =>
  spec.attributes.reduce(
    (size, one) => (one.kind === 'enumeration' ? size * distinct(one.values).length : size),
    spec.billings.length,
  );

/**
 * Every combination of billing mode and enumeration values, in their order. What was typed for a combination that
 * still exists is kept; new ones come unpriced.
 */
export function generateSkus(spec: SpecDraft): SkuDraft[] {
  const enumerations = spec.attributes.filter((one) => one.kind === 'enumeration');
  const rows = enumerations.reduce<SkuDraft['values'][]>(
    (found, { code, values }) =>
      found.flatMap((row) => distinct(values).map((value) => [...row, { code, value }])),
    [[]],
  );
  const known = new Map(spec.skus.map((sku) => [skuKey(sku), sku]));
  return spec.billings.flatMap((billing) =>
    rows.map((values) => {
      const fresh: SkuDraft = { billing, values, offered: true, price: '', bands: [] };
      return known.get(skuKey(fresh)) ?? fresh;
    }),
  );
}
