import type { Translate } from '@/lib/i18n/translator';

/** The parts of an order line that are put in words. */
export interface LineWords {
  billing: string;
  periods: number;
  quantity: number;
  quantityUnit: string | null;
}

/** `3 person-days · 2 months`, or what of it applies. */
export function lineTerms(t: Translate, line: LineWords): string {
  const quantity = line.quantityUnit
    ? `${line.quantity} ${line.quantityUnit}`
    : line.quantity > 1
      ? `× ${line.quantity}`
      : '';
  return [quantity, t(`periods.${line.billing}`, { count: line.periods })]
    .filter(Boolean)
    .join(' · ');
}

/** How much was ordered: `3 person-days`, `1`. */
export const lineQuantity = ({
  quantity,
  quantityUnit,
}: Pick<LineWords, 'quantity' | 'quantityUnit'>): string =>
  [quantity, quantityUnit].filter(Boolean).join(' ');

/** Basis points as a percentage: `5%`, `5.25%`. */
export const percent = (basisPoints: number): string => `${basisPoints / 100}%`;
