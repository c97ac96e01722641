import { z } from 'zod';
import { setting } from '../define';

/** Who decides: nobody (A), the buyer alone (B), the merchant after talking (C); or nothing is refunded. */
export const REFUND_ROUTES = ['automatic', 'noReason', 'negotiated', 'none'] as const;
/** Why money could go back. */
export const REFUND_OCCASIONS = ['request', 'renewalNotBegun', 'provisioningFailed'] as const;
export const REFUND_CHARGINGS = ['period', 'oneTime', 'payPerUse', 'package'] as const;
/** What must hold for a row besides what it matches; each is a fact of the order. */
export const REFUND_CONDITIONS = [
  'guaranteeOpen',
  'withinFiveDays',
  'counterLeft',
  'withHost',
  'notTrial',
  'withinValidity',
  'codeNotClaimed',
  'goodsBack',
] as const;
/** Rows of orders-and-refunds.md 7.3. */
export const REFUND_CASES = ['noReason', 'notBegun', 'failed', 'otherImage', 'other'] as const;
export const REFUND_DOCUMENTS = ['agreementRecord', 'acceptanceDocument', 'otherProof'] as const;

export type RefundCondition = (typeof REFUND_CONDITIONS)[number];

/** One way in which one kind of purchase comes back; a column left out holds for every value of it. */
const rule = z.object({
  /** Names the row in orders and evidence. */
  id: z.string().regex(/^[a-z][A-Za-z0-9]{1,59}$/),
  occasion: z.enum(REFUND_OCCASIONS),
  deliveryTypes: z.array(z.string().min(1).max(40)).min(1).optional(),
  chargings: z.array(z.enum(REFUND_CHARGINGS)).min(1).optional(),
  supervised: z.boolean().optional(),
  route: z.enum(REFUND_ROUTES),
  conditions: z.array(z.enum(REFUND_CONDITIONS)),
  comesBack: z.enum(REFUND_CASES).nullable(),
});

const comesBack = z.object({
  case: z.enum(REFUND_CASES),
  /** The value used so far is taken off. */
  usedDeducted: z.boolean(),
  handlingFee: z.boolean(),
  /** The voucher is the buyer's again. */
  voucher: z.boolean(),
  cashCoupon: z.enum(['returned', 'partly']),
  discountCoupon: z.boolean(),
});

const reason = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/),
  name: z.object({ 'zh-CN': z.string().min(1).max(60), en: z.string().min(1).max(80) }),
  /** The buyer must say more in words. */
  explain: z.boolean(),
});

const document = z.object({
  kind: z.enum(REFUND_DOCUMENTS),
  decision: z.enum(['agree', 'reject']),
  /** Only when a part is refunded. */
  partial: z.boolean(),
  /** Files at least; 0 offers the field without asking for it. */
  min: z.number().int().min(0).max(20),
});

export type RefundRuleRow = z.infer<typeof rule>;
export type ComesBack = z.infer<typeof comesBack>;
export type RefundDocumentRow = z.infer<typeof document>;

const negotiated = (
  id: string,
  deliveryType: string,
  more: Partial<RefundRuleRow> = {},
): RefundRuleRow => ({
  id,
  occasion: 'request',
  deliveryTypes: [deliveryType],
  supervised: true,
  route: 'negotiated',
  conditions: ['guaranteeOpen'],
  comesBack: 'other',
  ...more,
});

const none = (id: string, more: Partial<RefundRuleRow>): RefundRuleRow => ({
  id,
  occasion: 'request',
  route: 'none',
  conditions: [],
  comesBack: null,
  ...more,
});

const SAAS: RefundRuleRow['conditions'] = ['notTrial', 'withinValidity'];

/** The first row that matches and whose conditions hold decides. */
const rules: RefundRuleRow[] = [
  {
    id: 'renewalNotBegun',
    occasion: 'renewalNotBegun',
    route: 'noReason',
    conditions: [],
    comesBack: 'notBegun',
  },
  none('failedLicense', {
    occasion: 'provisioningFailed',
    deliveryTypes: ['license'],
    supervised: true,
  }),
  {
    id: 'provisioningFailed',
    occasion: 'provisioningFailed',
    route: 'automatic',
    conditions: [],
    comesBack: 'failed',
  },
  {
    id: 'imageFiveDays',
    occasion: 'request',
    deliveryTypes: ['image'],
    chargings: ['period'],
    supervised: false,
    route: 'noReason',
    conditions: ['withinFiveDays', 'counterLeft', 'withHost'],
    comesBack: 'noReason',
  },
  {
    id: 'imageLater',
    occasion: 'request',
    deliveryTypes: ['image'],
    chargings: ['period'],
    supervised: false,
    route: 'noReason',
    conditions: ['withHost'],
    comesBack: 'otherImage',
  },
  none('imagePayPerUse', { deliveryTypes: ['image'], chargings: ['payPerUse'] }),
  none('package', { chargings: ['package'] }),
  negotiated('saasPeriod', 'saas', {
    chargings: ['period'],
    conditions: ['guaranteeOpen', ...SAAS],
  }),
  {
    id: 'saasPeriodFiveDays',
    occasion: 'request',
    deliveryTypes: ['saas'],
    chargings: ['period'],
    supervised: false,
    route: 'noReason',
    conditions: ['withinFiveDays', 'counterLeft', ...SAAS],
    comesBack: 'noReason',
  },
  negotiated('saasOneTime', 'saas', { chargings: ['oneTime'] }),
  {
    id: 'saasOneTimeFiveDays',
    occasion: 'request',
    deliveryTypes: ['saas'],
    chargings: ['oneTime'],
    supervised: false,
    route: 'noReason',
    conditions: ['withinFiveDays', 'counterLeft'],
    comesBack: 'noReason',
  },
  negotiated('license', 'license', { conditions: ['guaranteeOpen', 'codeNotClaimed'] }),
  negotiated('manualService', 'manualService'),
  negotiated('orchestration', 'applicationOrchestration'),
  negotiated('dataFile', 'dataFile'),
  negotiated('hardware', 'hardware', {
    chargings: ['oneTime'],
    conditions: ['guaranteeOpen', 'goodsBack'],
  }),
  none('notEstablished', { deliveryTypes: ['api', 'aiAsset', 'container', 'dataAsset'] }),
];

const full = { usedDeducted: false, handlingFee: false, voucher: true } as const;
const coupons = { cashCoupon: 'returned', discountCoupon: false } as const;

const returns: ComesBack[] = [
  { case: 'noReason', ...full, ...coupons },
  { case: 'notBegun', ...full, ...coupons },
  { case: 'failed', ...full, ...coupons },
  {
    case: 'otherImage',
    usedDeducted: true,
    handlingFee: false,
    voucher: false,
    cashCoupon: 'partly',
    discountCoupon: false,
  },
  {
    case: 'other',
    usedDeducted: true,
    handlingFee: true,
    voucher: false,
    cashCoupon: 'partly',
    discountCoupon: false,
  },
];

const named = (key: string, zh: string, en: string, explain = false) => ({
  key,
  name: { 'zh-CN': zh, en },
  explain,
});

const unique = (keys: readonly string[]) => new Set(keys).size === keys.length;

export const refundSettings = {
  'refund.rules': setting({
    schema: z
      .array(rule)
      .min(1)
      .refine((rows) => unique(rows.map(({ id }) => id))),
    default: rules,
    unit: 'table',
    rule: 'orders-and-refunds.md 7.2',
  }),
  'refund.returns': setting({
    schema: z
      .array(comesBack)
      .length(REFUND_CASES.length)
      .refine((rows) => unique(rows.map((row) => row.case))),
    default: returns,
    unit: 'table',
    rule: 'orders-and-refunds.md 7.3',
  }),
  'refund.reasons': setting({
    schema: z
      .array(reason)
      .min(1)
      .max(50)
      .refine((rows) => unique(rows.map(({ key }) => key))),
    default: [
      named('notNeeded', '不再需要该服务', 'No longer needed'),
      named('wrongOrder', '下错单或选错规格', 'Ordered by mistake'),
      named('late', '商家未按时开始或交付', 'The merchant is late'),
      named('notAsDescribed', '服务与商品描述或约定不符', 'Not as described or agreed'),
      named('scopeChanged', '需求或范围发生变化', 'The requirement changed'),
      named('agreed', '已与商家协商一致', 'Agreed with the merchant'),
      named('other', '其他原因', 'Other', true),
    ],
    unit: 'table',
    rule: 'orders-and-refunds.md 7.4',
  }),
  'refund.documents': setting({
    schema: z.array(document),
    default: [
      { kind: 'agreementRecord' as const, decision: 'agree' as const, partial: false, min: 1 },
      { kind: 'acceptanceDocument' as const, decision: 'agree' as const, partial: true, min: 1 },
      { kind: 'otherProof' as const, decision: 'agree' as const, partial: false, min: 0 },
      { kind: 'otherProof' as const, decision: 'reject' as const, partial: false, min: 0 },
    ],
    unit: 'table',
    rule: 'orders-and-refunds.md 7.4',
  }),
  'refund.filesPerKind': setting({
    schema: z.number().int().min(1).max(50),
    default: 10,
    unit: 'count',
    rule: 'orders-and-refunds.md 10',
  }),
  'refund.decideWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 7,
    unit: 'workingDays',
    rule: 'orders-and-refunds.md 7.4',
  }),
  /** The merchant that has not decided is urged each time this has gone by. */
  'refund.urgeWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'workingDays',
    rule: 'orders-and-refunds.md 7.4, inferred',
  }),
  'refund.executeHours': setting({
    schema: z.number().int().min(1).max(72),
    default: 3,
    unit: 'hours',
    rule: 'orders-and-refunds.md 7.1',
  }),
};
