import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { accounts } from './account';
import { merchants } from './merchant';
import {
  type Billing,
  type PRICINGS,
  type ProductContent,
  products,
  type SpecAttribute,
} from './product';

export const APPLICATION_STATES = ['draft', 'pending', 'rejected', 'approved', 'deleted'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export const APPLICATION_KINDS = ['publish', 'modify'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** A SKU as proposed. `price` is fen as text; empty while the merchant has not priced it. */
export interface SkuDraft {
  /** The live SKU it stands for; absent for a new one. */
  id?: string;
  billing: Billing;
  values: { code: string; value: string }[];
  /** Not offered combinations are kept, so that nothing typed is lost. */
  offered: boolean;
  price: string;
  bands: { from: number; price: string }[];
}

/** A specification as proposed; `key` names it within the draft. */
export interface SpecDraft {
  key: string;
  /** The live specification it stands for; absent for a new one. */
  id?: string;
  name: string;
  description: string;
  hidden: boolean;
  pricing: (typeof PRICINGS)[number];
  billings: Billing[];
  attributes: SpecAttribute[];
  skus: SkuDraft[];
}

/** Everything a product will be: the pages of the wizard, complete or not. */
export interface ProductProposal extends ProductContent {
  name: string;
  productVersion: string;
  categoryId: string;
  publicSale: boolean;
  specs: SpecDraft[];
}

/** One reason of a rejection: the rule it cites and the field to change (design 3.9). */
export interface RejectionReason {
  rule: string;
  field: string;
  text: string;
}

/** One request to publish or modify a product (products.md 4.1); the live product is untouched until approval. */
export const productApplications = pgTable(
  'product_application',
  {
    ...workflowColumns(APPLICATION_STATES),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: APPLICATION_KINDS }).notNull(),
    /** The live product; set by approval when it is a new one. */
    productId: text('product_id').references(() => products.id),
    class: text('class').notNull(),
    deliveryType: text('delivery_type').notNull(),
    name: text('name').notNull(),
    reasons: jsonb('reasons').$type<RejectionReason[]>().notNull().default([]),
    opinion: text('opinion'),
    submittedAt: moment('submitted_at'),
    reviewDueAt: moment('review_due_at'),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    stateCheck('product_application', t.state, APPLICATION_STATES),
    index('product_application_merchant').on(t.merchantId, t.state, t.id),
    index('product_application_product').on(t.productId, t.id),
    index('product_application_submitted').on(t.merchantId, t.submittedAt),
    uniqueIndex('product_application_one_modify')
      .on(t.productId)
      .where(sql`kind = 'modify' and state in ('draft', 'pending')`),
    ...tenantPolicies({ merchant: t.merchantId }),
  ],
);

/**
 * What an application proposes. Beside the application's row, so that saving while people type does not copy the
 * whole form into the evidence; a submission records it once.
 */
export const productProposals = pgTable(
  'product_proposal',
  {
    applicationId: text('application_id').primaryKey(),
    merchantId: text('merchant_id').notNull(),
    content: jsonb('content').$type<ProductProposal>().notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [...tenantPolicies({ merchant: t.merchantId })],
);
