import type { SkuDraft } from '@/db/schema/product-application';

/** Billing mode and enumeration values in one word; a SKU is found again by it. */
export const skuKey = (sku: Pick<SkuDraft, 'billing' | 'values'>): string =>
  [
    sku.billing,
    ...sku.values
      .map(({ code, value }) => `${code}=${value}`)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  ].join('|');
