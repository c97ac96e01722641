import type { SpecAttribute } from '@/db/schema/product';
import type { SkuDraft, SpecDraft } from '@/db/schema/product-application';
import { formatMoney } from '@/lib/i18n/format';
import { skuKey } from '@/lib/workflows/product/sku-key';
import { type Complaint, type Complaints, type FormLimits, isBlank, MAX_PRICE } from './limits';
import { generateSkus, matrixSize } from './sku-matrix';

const error = (name: string, params?: Record<string, string | number>) => ({
  key: `productApplication.error.field.${name}`,
  ...(params ? { params } : {}),
});

/** What a specification still lacks (products.md 3.6), by field. */
export function specComplaints(spec: SpecDraft, at: string, limits: FormLimits): Complaints {
  const found: Complaints = {};
  const add = (path: string, name: string, params?: Record<string, string | number>) => {
    found[`${at}.${path}`] ??= error(name, params);
  };
  if (isBlank(spec.name)) add('name', 'required');
  if (spec.billings.length === 0) add('billings', 'billingMissing');
  if (spec.billings.some((one) => !limits.billings.includes(one)))
    add('billings', 'billingUnknown');
  if (spec.pricing === 'simple' && spec.attributes.length > 0)
    add('attributes', 'attributesUnused');
  if (spec.pricing === 'custom') {
    const kinds = spec.attributes.map((one) => one.kind);
    if (kinds.length === 0) add('attributes', 'dimensions');
    if (kinds.filter((kind) => kind === 'quantity').length > 1) add('attributes', 'quantityOnce');
    if (kinds.filter((kind) => kind === 'enumeration').length > limits.enumerations) {
      add('attributes', 'enumerationsTooMany', { maximum: limits.enumerations });
    }
  }
  spec.attributes.forEach((one, i) => {
    const twin = spec.attributes.findIndex((other) => other.code === one.code);
    if (twin !== i) add(`attributes.${i}`, 'attributeTwice');
    const complaint = attributeComplaint(one);
    if (complaint) add(`attributes.${i}`, complaint);
  });
  if (matrixSize(spec) > limits.skus) add('skus', 'skusTooMany', { maximum: limits.skus });
  else Object.assign(found, skuComplaints(spec, at));
  return found;
}

function attributeComplaint(one: SpecAttribute): string | undefined {
  if (!one.name) return 'required';
  if (one.kind === 'enumeration') {
    if (one.values.length === 0 || one.values.some((value) => value === '')) return 'valuesMissing';
    return new Set(one.values).size < one.values.length ? 'valueTwice' : undefined;
  }
  if (isBlank(one.unit)) return 'unitMissing';
  if (one.min < 1 || one.max < one.min) return 'rangeWrong';
  if (one.step < 1 || (one.max - one.min) % one.step !== 0) return 'stepWrong';
  return undefined;
}

function skuComplaints(spec: SpecDraft, at: string): Complaints {
  const found: Complaints = {};
  const wanted = new Set(generateSkus({ ...spec, skus: [] }).map(skuKey));
  const keys = spec.skus.map(skuKey);
  if (keys.length !== wanted.size || !keys.every((key) => wanted.has(key))) {
    found[`${at}.skus`] = error('skusOutdated');
    return found;
  }
  if (!spec.skus.some((sku) => sku.offered)) found[`${at}.skus`] = error('skuMissing');
  const quantity = spec.attributes.find((one) => one.kind === 'quantity');
  spec.skus.forEach((sku, i) => {
    if (!sku.offered) return;
    if (quantity && quantity.mode !== 'linear') {
      const complaint = bandComplaint(sku, quantity.min, quantity.max);
      if (complaint) found[`${at}.skus.${i}.bands`] = complaint;
    } else {
      const complaint = priceComplaint(sku.price);
      if (complaint) found[`${at}.skus.${i}.price`] = complaint;
    }
  });
  return found;
}

/** A price is there, above nothing and not above the most there is. */
function priceComplaint(price: string): Complaint | undefined {
  if (!/^\d+$/.test(price)) return error('priceMissing');
  const fen = BigInt(price);
  if (fen === 0n) return error('priceZero');
  return fen > MAX_PRICE ? error('priceTooHigh', { maximum: formatMoney(MAX_PRICE) }) : undefined;
}

/** Bands start at the smallest quantity, rise, and each has a price. */
function bandComplaint({ bands }: SkuDraft, min: number, max: number): Complaint | undefined {
  if (bands.length === 0) return error('bandsMissing');
  if (bands[0]?.from !== min) return error('bandStart');
  const rises = bands.every((band, i) => i === 0 || band.from > (bands[i - 1]?.from ?? 0));
  if (!rises || bands.some((band) => band.from > max)) return error('bandOrder');
  return bands.map((band) => priceComplaint(band.price)).find(Boolean);
}
