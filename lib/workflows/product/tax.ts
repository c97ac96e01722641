import type { Billing } from '@/db/schema/product';

/** Tax types of the rule book (products.md 2.2, money.md 2.5). */
export const TAX_TYPES = [
  'hardware',
  'software',
  'service',
  'basicTelecom',
  'valueAddedTelecom',
  'movableLease',
  'realEstateLease',
] as const;
export type TaxType = (typeof TAX_TYPES)[number];

export const TAXPAYERS = ['general', 'smallScale'] as const;
export type Taxpayer = (typeof TAXPAYERS)[number];

/** One line of the derivation; `*` fits everything. The first line that fits decides. */
export interface TaxRule {
  deliveryType: string;
  billing: Billing | '*';
  /** Code of a leaf, or of a top category for all its leaves. */
  category: string;
  taxType: TaxType;
}

export interface TaxRate {
  taxType: TaxType;
  taxpayer: Taxpayer;
  /** Basis points: 600 is 6 %. */
  rate: number;
}

export interface TaxSubject {
  deliveryType: string;
  billing: Billing;
  /** Codes of the leaf and of its top category. */
  categoryCodes: readonly string[];
}

/** Derives the tax type; nobody types it in. A table without a fitting line falls back to service. */
export function deriveTaxType(rules: readonly TaxRule[], subject: TaxSubject): TaxType {
  const fits = rules.find(
    (rule) =>
      (rule.deliveryType === '*' || rule.deliveryType === subject.deliveryType) &&
      (rule.billing === '*' || rule.billing === subject.billing) &&
      (rule.category === '*' || subject.categoryCodes.includes(rule.category)),
  );
  return fits?.taxType ?? 'service';
}

/** The rate in basis points; the table is a setting with effective dates, so pass the one that holds. */
export function taxRateOf(
  rates: readonly TaxRate[],
  taxType: string,
  taxpayer: Taxpayer,
): number | undefined {
  return rates.find((row) => row.taxType === taxType && row.taxpayer === taxpayer)?.rate;
}
