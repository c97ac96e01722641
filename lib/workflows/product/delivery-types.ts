import type { Billing } from '@/db/schema/product';

/** How a product is sold (products.md 1.1). */
export const PRODUCT_CLASSES = ['general'] as const;
export type ProductClass = (typeof PRODUCT_CLASSES)[number];

/** What a delivery type may use and asks for (products.md 1.2, 3.3). */
export interface DeliveryType {
  code: string;
  classes: readonly ProductClass[];
  billings: readonly Billing[];
  /** Whether orders are delivered under supervision. */
  supervised: boolean;
  /** Fields of the access page beside name, version and logo. */
  access: readonly ('deliveryPeriodDays' | 'requirementTemplate' | 'deliveryTemplate' | 'flow')[];
}

/** Delivery types that can be published. Another one is another line. */
export const DELIVERY_TYPES: readonly DeliveryType[] = [
  {
    code: 'manualService',
    classes: ['general'],
    billings: ['oneTime', 'month', 'year'],
    supervised: true,
    access: ['flow', 'deliveryPeriodDays', 'requirementTemplate', 'deliveryTemplate'],
  },
];

export const deliveryTypeOf = (code: string): DeliveryType | undefined =>
  DELIVERY_TYPES.find((type) => type.code === code);
