import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';

export const SUPERVISION_STATES = [
  'requirement',
  'requirementConfirm',
  'delivery',
  'reReview',
  'acceptance',
  'appeal',
  'done',
  'closed',
] as const;
/** Nodes of the delivery: what an appeal can go back to. */
export const SUPERVISION_NODES = [
  'requirement',
  'requirementConfirm',
  'delivery',
  'reReview',
  'acceptance',
] as const;
export type SupervisionNode = (typeof SUPERVISION_NODES)[number];
/** Why a record ended without acceptance. */
export const CLOSE_REASONS = ['refund', 'appeal'] as const;
export const FLOW_VERSIONS = ['v1', 'v2'] as const;
export const SALES_SCENES = ['none', 'enablementCloud', 'baseCloud'] as const;
export const ACCEPTANCE_RULES = ['seller', 'enablementCloud', 'baseCloud'] as const;
export const DOCUMENT_KINDS = [
  'requirementAttachment',
  'sow',
  'acceptanceDocument',
  'screenshot',
  'validityScreenshot',
  'resourceOrderScreenshot',
  'otherProof',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentDemand {
  kind: DocumentKind;
  /** Files at least; 0 means optional. */
  min: number;
  max: number;
}

/** What the parties must hand in, computed when the record opens and kept (service-supervision.md 2, 5). */
export interface Demands {
  requirement: DocumentDemand[];
  delivery: DocumentDemand[];
  /** The merchant must describe the result in words. */
  description: boolean;
  /** What the re-review looks at; `supervision.check.<key>`. */
  checks: string[];
}

/** Delivery of one order under control, between payment and settlement (service-supervision.md 1). */
export const supervisions = pgTable(
  'supervision',
  {
    ...workflowColumns(SUPERVISION_STATES),
    orderId: text('order_id').notNull(),
    /** What people read and type. */
    orderNumber: text('order_number').notNull(),
    orderLineId: text('order_line_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    productId: text('product_id').notNull(),
    /** Chosen by the time of the order; never changed. */
    flowVersion: text('flow_version', { enum: FLOW_VERSIONS }).notNull(),
    template: text('template').notNull(),
    requirementStep: boolean('requirement_step').notNull(),
    deliveryType: text('delivery_type').notNull(),
    productClass: text('product_class').notNull(),
    scene: text('scene', { enum: SALES_SCENES }).notNull(),
    acceptanceRule: text('acceptance_rule', { enum: ACCEPTANCE_RULES }).notNull(),
    reReview: boolean('re_review').notNull(),
    demands: jsonb('demands').$type<Demands>().notNull(),
    /** Names and amount as they were sold, for lists and search. */
    productName: text('product_name').notNull(),
    specName: text('spec_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    buyerName: text('buyer_name').notNull(),
    accountName: text('account_name').notNull(),
    amount: fen('amount').notNull(),
    orderedAt: moment('ordered_at').notNull(),
    paidAt: moment('paid_at').notNull(),
    requirementTemplateFileId: text('requirement_template_file_id'),
    deliveryTemplateFileId: text('delivery_template_file_id'),
    /** Calendar days that the merchant promised on the product page. */
    deliveryPeriodDays: integer('delivery_period_days'),
    /** When the promised period ends; counted from the first moment at which the merchant could deliver. */
    deliverBy: moment('deliver_by'),
    requirementRound: integer('requirement_round').notNull().default(0),
    deliveryRound: integer('delivery_round').notNull().default(0),
    /** Actual enabling time of the latest delivery; applied when the order closes. */
    enabledAt: moment('enabled_at'),
    requirementRejections: integer('requirement_rejections').notNull().default(0),
    acceptanceRejections: integer('acceptance_rejections').notNull().default(0),
    reReviewRefusals: integer('re_review_refusals').notNull().default(0),
    /** Since when the party whose turn it is has not acted; empty when nobody's turn. */
    stalledSince: moment('stalled_since'),
    /** Reminders sent since then. */
    reminders: integer('reminders').notNull().default(0),
    /** The open appeal that holds it. */
    appealId: text('appeal_id'),
    /** The node at which an appeal or a refund last stopped it. */
    returnTo: text('return_to', { enum: SUPERVISION_NODES }),
    acceptedAt: moment('accepted_at'),
    closedAt: moment('closed_at'),
    closeReason: text('close_reason', { enum: CLOSE_REASONS }),
    instanceId: text('instance_id'),
  },
  (t) => [
    stateCheck('supervision', t.state, SUPERVISION_STATES),
    uniqueIndex('supervision_order').on(t.orderId),
    index('supervision_merchant').on(t.merchantId, t.id),
    index('supervision_merchant_state').on(t.merchantId, t.state, t.id),
    index('supervision_buyer').on(t.buyerId, t.id),
    index('supervision_buyer_state').on(t.buyerId, t.state, t.id),
    index('supervision_state').on(t.state, t.id),
    index('supervision_order_number').on(t.orderNumber),
    index('supervision_product').on(t.productId, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

export const ROUND_KINDS = ['requirement', 'delivery'] as const;
export const ROUND_OUTCOMES = ['confirmed', 'rejected', 'refused', 'accepted'] as const;

/** One requirement or one delivery as it was handed in, and what was decided on it. A new one is a new row. */
export const supervisionRounds = pgTable(
  'supervision_round',
  {
    id: text('id').primaryKey(),
    supervisionId: text('supervision_id')
      .notNull()
      .references(() => supervisions.id),
    kind: text('kind', { enum: ROUND_KINDS }).notNull(),
    round: integer('round').notNull(),
    text: text('text').notNull(),
    enabledAt: moment('enabled_at'),
    submittedAt: moment('submitted_at').notNull(),
    /** The platform's re-review of a delivery, where the order has one. */
    reReviewedAt: moment('re_reviewed_at'),
    reReviewNote: text('re_review_note'),
    reReviewChecks: jsonb('re_review_checks').$type<string[]>(),
    outcome: text('outcome', { enum: ROUND_OUTCOMES }),
    reason: text('reason'),
    decidedAt: moment('decided_at'),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
  },
  (t) => [
    uniqueIndex('supervision_round_once').on(t.supervisionId, t.kind, t.round),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** A file of a round; never replaced. */
export const supervisionDocuments = pgTable(
  'supervision_document',
  {
    id: text('id').primaryKey(),
    supervisionId: text('supervision_id')
      .notNull()
      .references(() => supervisions.id),
    roundId: text('round_id')
      .notNull()
      .references(() => supervisionRounds.id),
    kind: text('kind', { enum: DOCUMENT_KINDS }).notNull(),
    /** Place among the files of its kind, as handed in. */
    position: integer('position').notNull(),
    fileId: text('file_id').notNull(),
    name: text('name').notNull(),
    /** Media type. */
    type: text('type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
  },
  (t) => [
    index('supervision_document_record').on(t.supervisionId, t.position),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** When a merchant was last told how many of its supervised orders are unfinished. */
export const supervisionDigests = pgTable(
  'supervision_digest',
  {
    merchantId: text('merchant_id').notNull(),
    sentAt: moment('sent_at').notNull(),
    unfinished: integer('unfinished').notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId] }), ...tenantPolicies({ merchant: t.merchantId })],
);
