import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fen, moment, stateCheck, workflowColumns } from '../columns';
import { tenantPolicies } from '../tenancy';
import { SUPERVISION_NODES } from './supervision';

export const APPEAL_STATES = [
  'handling',
  'awaitingBuyer',
  'awaitingMerchant',
  'decided',
  'withdrawn',
] as const;
export const APPEAL_SIDES = ['buyer', 'merchant'] as const;
export const APPEAL_OUTCOMES = ['resumed', 'refundedInFull', 'refundedInPart', 'accepted'] as const;
export const APPEAL_DOCUMENT_KINDS = ['deliveryProof', 'commitmentLetter', 'evidence'] as const;

export type AppealSide = (typeof APPEAL_SIDES)[number];
export type AppealDocumentKind = (typeof APPEAL_DOCUMENT_KINDS)[number];

/** A dispute about one supervised order; while it is open neither party can act (service-supervision.md 7). */
export const appeals = pgTable(
  'appeal',
  {
    ...workflowColumns(APPEAL_STATES),
    supervisionId: text('supervision_id').notNull(),
    orderId: text('order_id').notNull(),
    /** What people read and type. */
    orderNumber: text('order_number').notNull(),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    productId: text('product_id').notNull(),
    /** Names as they were sold, for lists and search. */
    productName: text('product_name').notNull(),
    merchantName: text('merchant_name').notNull(),
    buyerName: text('buyer_name').notNull(),
    searchText: text('search_text').notNull(),
    /** Cash that the buyer paid, in fen: the most that can be refunded. */
    paid: fen('paid').notNull(),
    openedBy: text('opened_by', { enum: APPEAL_SIDES }).notNull(),
    /** Node of the record at which it was frozen. */
    node: text('node', { enum: SUPERVISION_NODES }).notNull(),
    /** Key of the setting `appeal.grounds`, and what operators called it then where it is one of theirs. */
    ground: text('ground').notNull(),
    groundName: jsonb('ground_name').$type<Record<'zh-CN' | 'en', string>>(),
    reason: text('reason').notNull(),
    demand: text('demand').notNull(),
    /** Until when the house promises to handle it, counted from the opening whatever happens meanwhile. */
    handleBy: moment('handle_by').notNull(),
    /** How often more was asked for. */
    requests: integer('requests').notNull().default(0),
    /** Until when the party that was asked may answer, and when it is reminded. */
    answerBy: moment('answer_by'),
    remindAskedAt: moment('remind_asked_at'),
    outcome: text('outcome', { enum: APPEAL_OUTCOMES }),
    /** Node that a decision named. */
    decidedNode: text('decided_node', { enum: SUPERVISION_NODES }),
    /** Fen that a decision gave back to the buyer. */
    refunded: fen('refunded'),
    decision: text('decision'),
    decidedBy: text('decided_by'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    stateCheck('appeal', t.state, APPEAL_STATES),
    uniqueIndex('appeal_one_open')
      .on(t.supervisionId)
      .where(sql`${t.state} not in ('decided', 'withdrawn')`),
    index('appeal_supervision').on(t.supervisionId, t.id),
    index('appeal_order').on(t.orderId),
    index('appeal_merchant').on(t.merchantId, t.id),
    index('appeal_buyer').on(t.buyerId, t.id),
    index('appeal_state').on(t.state, t.id),
    index('appeal_search').using('gin', sql`to_tsvector('simple', ${t.searchText})`),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

export const APPEAL_REQUEST_OUTCOMES = ['answered', 'lapsed', 'recalled'] as const;

/** More that the arbiter asked one party for, with its answer. */
export const appealRequests = pgTable(
  'appeal_request',
  {
    id: text('id').primaryKey(),
    appealId: text('appeal_id')
      .notNull()
      .references(() => appeals.id),
    side: text('side', { enum: APPEAL_SIDES }).notNull(),
    text: text('text').notNull(),
    askedAt: moment('asked_at').notNull(),
    answerBy: moment('answer_by').notNull(),
    outcome: text('outcome', { enum: APPEAL_REQUEST_OUTCOMES }),
    answer: text('answer'),
    closedAt: moment('closed_at'),
    merchantId: text('merchant_id').notNull(),
    buyerId: text('buyer_id').notNull(),
  },
  (t) => [
    uniqueIndex('appeal_request_one_open').on(t.appealId).where(sql`${t.outcome} is null`),
    index('appeal_request_appeal').on(t.appealId, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** A file that a party handed in, with the appeal or with an answer; never replaced. */
export const appealDocuments = pgTable(
  'appeal_document',
  {
    id: text('id').primaryKey(),
    appealId: text('appeal_id').notNull(),
    /** The request it answers; none for what came with the appeal. */
    requestId: text('request_id').references(() => appealRequests.id),
    side: text('side', { enum: APPEAL_SIDES }).notNull(),
    kind: text('kind', { enum: APPEAL_DOCUMENT_KINDS }).notNull(),
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
    index('appeal_document_appeal').on(t.appealId, t.id),
    ...tenantPolicies({ merchant: t.merchantId, buyer: t.buyerId }),
  ],
);

/** Which arbiter works on an appeal, and for how long; the parties do not see it. */
export const appealClaims = pgTable(
  'appeal_claim',
  {
    appealId: text('appeal_id').primaryKey(),
    claimedBy: text('claimed_by').notNull(),
    claimedUntil: moment('claimed_until').notNull(),
  },
  () => [...tenantPolicies({})],
);
