import { z } from 'zod';
import { setting } from '../define';
import { choice, codeOf, hints, knownCode, rowsNamedBy, textPerLocale } from '../hints';
import { DELIVERY_TYPES } from './delivery-types';

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

const refundCase = choice(REFUND_CASES, 'refund.case');

/** One way in which one kind of purchase comes back; a column left out holds for every value of it. */
const rule = z
  .object({
    /** Names the row in orders and evidence. */
    id: codeOf(/^[a-z][A-Za-z0-9]{1,59}$/),
    occasion: choice(REFUND_OCCASIONS, 'refund.occasion'),
    deliveryTypes: z.array(knownCode(DELIVERY_TYPES, 'refund.deliveryType')).min(1).optional(),
    chargings: z.array(choice(REFUND_CHARGINGS, 'refund.charging')).min(1).optional(),
    supervised: z.boolean().optional(),
    route: choice(REFUND_ROUTES, 'refund.route'),
    conditions: z.array(choice(REFUND_CONDITIONS, 'refund.condition')),
    comesBack: refundCase.nullable(),
  })
  .register(hints, { words: 'settingTable.refundRule' });

const comesBack = z
  .object({
    case: refundCase,
    /** The value used so far is taken off. */
    usedDeducted: z.boolean(),
    handlingFee: z.boolean(),
    /** The voucher is the buyer's again. */
    voucher: z.boolean(),
    cashCoupon: choice(['returned', 'partly'], 'refund.rules'),
    discountCoupon: z.boolean(),
  })
  .register(hints, { words: 'settingTable.comesBack' });

const reason = z
  .object({
    key: codeOf(/^[a-z][A-Za-z0-9]{1,39}$/),
    name: textPerLocale((locale) => (locale === 'en' ? 80 : 60)),
    /** The buyer must say more in words. */
    explain: z.boolean(),
  })
  .register(hints, { words: 'settingTable.refundReason' });

const document = z
  .object({
    kind: choice(REFUND_DOCUMENTS, 'refund.document'),
    decision: choice(['agree', 'reject'], 'refund.event'),
    /** Only when a part is refunded. */
    partial: z.boolean(),
    /** Files at least; 0 offers the field without asking for it. */
    min: z.number().int().min(0).max(20),
  })
  .register(hints, { words: 'settingTable.refundDocument' });

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

export const refundSettings = {
  'refund.rules': setting({
    schema: rowsNamedBy(z.array(rule).min(1), 'id'),
    default: rules,
    unit: 'table',
    rule: 'orders-and-refunds.md 7.2',
  }),
  'refund.returns': setting({
    schema: rowsNamedBy(z.array(comesBack).length(REFUND_CASES.length), 'case'),
    default: returns,
    unit: 'table',
    rule: 'orders-and-refunds.md 7.3',
  }),
  'refund.reasons': setting({
    schema: rowsNamedBy(z.array(reason).min(1).max(50), 'key'),
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
