import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { categories } from './category';
import { merchants } from './merchant';

export const PRODUCT_STATES = ['onSale', 'frozen', 'delisted'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];
export const SPEC_STATES = ['onSale', 'delisted'] as const;
export const BILLINGS = ['oneTime', 'month', 'year'] as const;
export type Billing = (typeof BILLINGS)[number];
export const PRICINGS = ['simple', 'custom'] as const;
/**
 * How a quantity is priced. `linear`: one unit price. `step`: each band's part at its own price. `tier`: the whole
 * quantity at the price of the band it falls in. One meaning per stored word (products.md 3.6, 5.1).
 */
export const QUANTITY_MODES = ['linear', 'step', 'tier'] as const;
export type QuantityMode = (typeof QUANTITY_MODES)[number];

export interface CustomerCase {
  title: string;
  background: string;
  improvement: string;
}

/** What the pages of the wizard collect beside specifications (products.md 3.1, 3.3–3.6). */
export interface ProductContent {
  logoFileId: string;
  pictureFileIds: string[];
  summary: string;
  /** Sanitized HTML. */
  description: string;
  highlights: string[];
  cases: CustomerCase[];
  agreementFileId: string;
  guideFileId: string;
  supportGroupIds: string[];
  /** A service that comes with software shows its certificate to the reviewer; never to buyers. */
  software: boolean;
  copyrightFileIds: string[];
  openSource: boolean;
  openSourceFileId: string;
  /** Ids of the ticked self-check items. */
  selfChecks: string[];
  flow: { template: 'standard'; requirementStep: boolean };
  /** Calendar days. */
  deliveryPeriodDays: number;
  requirementTemplateFileId: string;
  deliveryTemplateFileId: string;
  tags: string[];
  shareRule: 'standard';
  seo: { title: string; keywords: string; description: string };
}

/** An attribute as a specification froze it: enumeration values, or the range of a quantity. */
export type SpecAttribute =
  | { kind: 'enumeration'; code: string; name: string; values: string[] }
  | {
      kind: 'quantity';
      code: string;
      name: string;
      unit: string;
      min: number;
      max: number;
      step: number;
      mode: QuantityMode;
    };

/** Range and price of a SKU's quantity; a band holds from `from` up to the next band. Prices are fen, as text. */
export interface QuantityPricing {
  code: string;
  name: string;
  unit: string;
  min: number;
  max: number;
  step: number;
  mode: QuantityMode;
  bands: { from: number; price: string }[];
}

/** What is listed (products.md 4.2). Row data is what buyers see; what is under review lives in its application. */
export const products = pgTable(
  'product',
  {
    ...workflowColumns(PRODUCT_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    class: text('class').notNull(),
    deliveryType: text('delivery_type').notNull(),
    name: text('name').notNull(),
    /** V1.0 style; `version` is the row's. */
    productVersion: text('product_version').notNull(),
    logoFileId: text('logo_file_id').notNull(),
    categoryId: text('category_id')
      .notNull()
      .references(() => categories.id),
    /** Tax type of the first SKU; orders take the SKU's own. */
    taxType: text('tax_type').notNull(),
    publicSale: boolean('public_sale').notNull(),
    content: jsonb('content').$type<ProductContent>().notNull(),
    /** Platform fee in basis points, frozen on an order line when it is sold. */
    feeRate: integer('fee_rate').notNull(),
    /** Lowest price among visible SKUs, fen; what lists show as "from". */
    fromPrice: fen('from_price').notNull(),
    /** Words for full-text search (`lib/search/words.ts`). */
    searchText: text('search_text').notNull(),
    listedAt: moment('listed_at').notNull(),
    /** Why it is frozen or was delisted by operators. */
    reason: text('reason'),
  },
  (t) => [
    stateCheck('product', t.state, PRODUCT_STATES),
    index('product_merchant').on(t.merchantId, t.state, t.id),
    index('product_category').on(t.categoryId, t.state, t.id),
    index('product_shelf').on(t.listedAt, t.id).where(sql`state = 'onSale' and public_sale`),
    index('product_search').using('gin', sql`to_tsvector('simple', ${t.searchText})`),
    ...tenantPolicies({ merchant: t.merchantId }),
    // Hidden products are readable by id; lists filter `publicSale`.
    publicRead(sql`state = 'onSale'`),
  ],
);

/** A choice within a product; part of the product's aggregate, moved by the product's events. */
export const specs = pgTable(
  'spec',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    merchantId: text('merchant_id').notNull(),
    state: text('state', { enum: SPEC_STATES }).notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    /** Reached only by its own purchase link. */
    hidden: boolean('hidden').notNull(),
    pricing: text('pricing', { enum: PRICINGS }).notNull(),
    attributes: jsonb('attributes').$type<SpecAttribute[]>().notNull(),
    position: integer('position').notNull(),
    delistedAt: moment('delisted_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    stateCheck('spec', t.state, SPEC_STATES),
    index('spec_product').on(t.productId, t.position),
    ...tenantPolicies({ merchant: t.merchantId }),
    publicRead(sql`state = 'onSale'`),
  ],
);

export interface SkuAttribute {
  code: string;
  name: string;
  value: string;
}

/** What is priced: a billing mode and one value of each enumeration. */
export const skus = pgTable(
  'sku',
  {
    id: text('id').primaryKey(),
    specId: text('spec_id')
      .notNull()
      .references(() => specs.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    merchantId: text('merchant_id').notNull(),
    state: text('state', { enum: SPEC_STATES }).notNull(),
    billing: text('billing', { enum: BILLINGS }).notNull(),
    attributes: jsonb('attributes').$type<SkuAttribute[]>().notNull(),
    /** Billing and values in one word, unique within the specification. */
    key: text('key').notNull(),
    /** Fen per period, or once; per unit of the quantity where there is one. */
    price: fen('price').notNull(),
    quantity: jsonb('quantity').$type<QuantityPricing | null>(),
    taxType: text('tax_type').notNull(),
    position: integer('position').notNull(),
    delistedAt: moment('delisted_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    stateCheck('sku', t.state, SPEC_STATES),
    uniqueIndex('sku_key').on(t.specId, t.key).where(sql`state = 'onSale'`),
    index('sku_product').on(t.productId),
    ...tenantPolicies({ merchant: t.merchantId }),
    publicRead(sql`state = 'onSale'`),
  ],
);
