import type { Billing, QuantityPricing } from '@/db/schema/product';
import type { Fen } from '@/lib/money/ledger';

/** What a price is computed from; a row of `sku` fits. */
export interface PricedSku {
  billing: Billing;
  /** Fen per period, or once; the unit price where the SKU has no quantity of its own. */
  price: Fen;
  quantity: QuantityPricing | null;
}

export interface Purchase {
  sku: PricedSku;
  /** Value of the quantity attribute; without one, how many are bought. */
  quantity: number;
  /** Months or years; 1 for what is sold once. */
  periods: number;
}

/** Most that can be bought at once of a SKU without a quantity attribute. */
export const MAX_COPIES = 9_999;
const MAX_PERIODS: Record<Billing, number> = { oneTime: 1, month: 36, year: 5 };

/** How many periods of a billing mode can be bought at once. */
export const maxPeriods = (billing: Billing): number => MAX_PERIODS[billing];

/** What is wrong with a quantity or a number of periods, as a complaint key, or nothing. */
export function purchaseComplaint({ sku, quantity, periods }: Purchase): string | undefined {
  const { min, max, step } = sku.quantity ?? { min: 1, max: MAX_COPIES, step: 1 };
  if (!Number.isSafeInteger(quantity)) return 'quantityNotWhole';
  if (quantity < min || quantity > max) return 'quantityOutOfRange';
  if ((quantity - min) % step !== 0) return 'quantityOffStep';
  if (!Number.isSafeInteger(periods) || periods < 1 || periods > maxPeriods(sku.billing)) {
    return 'periodsOutOfRange';
  }
  return undefined;
}

/**
 * What a purchase costs, in fen (products.md 3.6).
 * @throws RangeError for a purchase that `purchaseComplaint` complains about
 */
export function priceOf(purchase: Purchase): Fen {
  const complaint = purchaseComplaint(purchase);
  if (complaint) throw new RangeError(complaint);
  const { sku, quantity, periods } = purchase;
  const once = sku.quantity ? quantityPrice(sku.quantity, quantity) : sku.price * BigInt(quantity);
  return once * BigInt(periods);
}

/** The least that one period of a SKU costs, for "from" prices. */
export const lowestPrice = (sku: PricedSku): Fen =>
  priceOf({ sku, quantity: sku.quantity?.min ?? 1, periods: 1 });

/** Price of one period of a quantity under its mode. */
function quantityPrice({ mode, bands }: QuantityPricing, quantity: number): Fen {
  const held = bands.filter((band) => band.from <= quantity);
  const own = held.at(-1) ?? bands[0];
  if (!own) throw new RangeError('bandMissing');
  if (mode !== 'step') return BigInt(own.price) * BigInt(quantity);
  return held.reduce((total, band, i) => {
    const upTo = held[i + 1]?.from ?? quantity + 1;
    // The first band also covers the units below its start.
    const since = i === 0 ? 1 : band.from;
    return total + BigInt(band.price) * BigInt(upTo - since);
  }, 0n);
}
