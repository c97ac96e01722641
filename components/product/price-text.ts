import type { QuantityPricing } from '@/db/schema/product';
import { formatMoney } from '@/lib/i18n/format';

/** What a SKU costs in a few words: one price, a price per unit, or the price of every band. */
export function priceText({
  price,
  quantity,
}: {
  price: bigint;
  quantity: QuantityPricing | null;
}): string {
  if (!quantity) return formatMoney(price);
  if (quantity.mode === 'linear') return `${formatMoney(price)} / ${quantity.unit}`;
  return quantity.bands
    .map((band) => `${band.from}+ ${formatMoney(BigInt(band.price || '0'))} / ${quantity.unit}`)
    .join('; ');
}
