/** Delivery types that rules are offered for; tables take codes of a later day too (products.md 1.2). */
export const DELIVERY_TYPES = [
  'manualService',
  'saas',
  'license',
  'image',
  'applicationOrchestration',
  'dataFile',
  'hardware',
  'api',
  'aiAsset',
  'container',
  'dataAsset',
] as const;
