import { z } from 'zod';
import {
  ACCEPTANCE_RULES,
  DOCUMENT_KINDS,
  FLOW_VERSIONS,
  SALES_SCENES,
} from '@/db/schema/supervision';
import { setting } from '../define';
import { choice, codeOf, hints, knownCode } from '../hints';
import { DELIVERY_TYPES } from './delivery-types';

/** Checks that have words in the catalogs. */
const RE_REVIEW_CHECKS = [
  'productAndSpec',
  'allSpecs',
  'validityPeriod',
  'deliveryScreenshots',
  'resourceOrder',
  'deliveryPictures',
  'signatures',
  'acceptanceSheet',
];

const days = (value: number, rule: string) =>
  setting({ schema: z.number().int().min(1).max(365), default: value, unit: 'days', rule });

const acceptanceRule = choice(ACCEPTANCE_RULES, 'supervision.rule');
const deliveryTypes = z.array(knownCode(DELIVERY_TYPES, 'refund.deliveryType'));

/** Rows without a column hold for every value of it. */
const documentRule = z
  .object({
    kind: choice(DOCUMENT_KINDS, 'supervision.document'),
    rules: z.array(acceptanceRule).optional(),
    flows: z.array(choice(FLOW_VERSIONS, 'supervision.flow')).optional(),
    deliveryTypes: deliveryTypes.optional(),
    /** Files at least; 0 offers the field without asking for it. */
    min: z.number().int().min(0).max(20),
  })
  .register(hints, { words: 'settingTable.documentRule' });

const checkRule = z
  .object({
    key: codeOf(/^[a-z][A-Za-z]*$/).register(hints, {
      words: 'supervision.check',
      offers: RE_REVIEW_CHECKS,
    }),
    rules: z.array(acceptanceRule),
    deliveryTypes: deliveryTypes.optional(),
    /** Only for orders of several specifications. */
    severalSpecs: z.boolean().optional(),
  })
  .register(hints, { words: 'settingTable.checkRule' });

const sceneRule = z
  .object({
    scene: choice(SALES_SCENES, 'supervision.scene'),
    productClasses: z.array(z.string()).min(1),
    /** Programmes of the buyer … */
    tracks: z.array(z.string()),
    /** … or instruments the order was paid with. */
    instruments: z.array(z.string()),
    acceptanceRule,
    reReview: z.boolean(),
  })
  .register(hints, { words: 'settingTable.sceneRule' });

export type DocumentRule = z.infer<typeof documentRule>;
export type CheckRule = z.infer<typeof checkRule>;
export type SceneRule = z.infer<typeof sceneRule>;

const CLOUD: DocumentRule['rules'] = ['enablementCloud', 'baseCloud'];
const SOFTWARE = ['saas', 'license'];

const sceneRules: SceneRule[] = [
  {
    scene: 'enablementCloud',
    productClasses: ['jointOperation'],
    tracks: ['enablementCloud'],
    instruments: ['enablementCoupon'],
    acceptanceRule: 'enablementCloud',
    reReview: true,
  },
  {
    scene: 'baseCloud',
    productClasses: ['jointOperation'],
    tracks: ['baseCloud'],
    instruments: ['pickUpVoucher'],
    acceptanceRule: 'baseCloud',
    reReview: true,
  },
];

const deliveryDocuments: DocumentRule[] = [
  { kind: 'sow', flows: ['v1'], min: 0 },
  { kind: 'sow', flows: ['v2'], min: 1 },
  { kind: 'acceptanceDocument', min: 1 },
  { kind: 'screenshot', min: 0 },
  { kind: 'screenshot', rules: CLOUD, deliveryTypes: ['manualService'], min: 3 },
  { kind: 'screenshot', rules: CLOUD, deliveryTypes: SOFTWARE, min: 1 },
  { kind: 'validityScreenshot', deliveryTypes: SOFTWARE, min: 0 },
  { kind: 'validityScreenshot', rules: CLOUD, deliveryTypes: SOFTWARE, min: 1 },
  { kind: 'resourceOrderScreenshot', rules: CLOUD, deliveryTypes: ['license'], min: 1 },
  { kind: 'otherProof', min: 0 },
];

const reReviewChecks: CheckRule[] = [
  { key: 'productAndSpec', rules: ['enablementCloud', 'baseCloud'] },
  { key: 'allSpecs', rules: ['enablementCloud', 'baseCloud'], severalSpecs: true },
  { key: 'validityPeriod', rules: ['enablementCloud', 'baseCloud'], deliveryTypes: SOFTWARE },
  { key: 'deliveryScreenshots', rules: ['enablementCloud', 'baseCloud'], deliveryTypes: SOFTWARE },
  { key: 'resourceOrder', rules: ['enablementCloud', 'baseCloud'], deliveryTypes: ['license'] },
  {
    key: 'deliveryPictures',
    rules: ['enablementCloud', 'baseCloud'],
    deliveryTypes: ['manualService'],
  },
  { key: 'signatures', rules: ['enablementCloud'] },
  { key: 'acceptanceSheet', rules: ['baseCloud'] },
];

export const supervisionSettings = {
  'supervision.flowV2From': setting({
    schema: z.iso.date(),
    default: '2025-03-26',
    unit: 'text',
    rule: 'service-supervision.md 4.2',
  }),
  'supervision.scenes': setting({
    schema: z.array(sceneRule),
    default: sceneRules,
    unit: 'table',
    rule: 'service-supervision.md 1',
  }),
  'supervision.requirementAttachmentMin': setting({
    schema: z.number().int().min(0).max(10),
    default: 1,
    unit: 'count',
    rule: 'service-supervision.md 5',
  }),
  'supervision.deliveryDocuments': setting({
    schema: z.array(documentRule),
    default: deliveryDocuments,
    unit: 'table',
    rule: 'service-supervision.md 2.2, 5',
  }),
  'supervision.reReviewChecks': setting({
    schema: z.array(checkRule),
    default: reReviewChecks,
    unit: 'table',
    rule: 'service-supervision.md 2.2',
  }),
  'supervision.filesPerKind': setting({
    schema: z.number().int().min(1).max(50),
    default: 10,
    unit: 'count',
    rule: 'service-supervision.md 11',
  }),
  'supervision.requirementDays': days(5, 'service-supervision.md 6'),
  'supervision.confirmDays': days(5, 'service-supervision.md 6'),
  'supervision.deliveryDays': days(5, 'service-supervision.md 6'),
  'supervision.acceptanceDays': days(5, 'service-supervision.md 6'),
  'supervision.reReviewWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'workingDays',
    rule: 'service-supervision.md 11',
  }),
  'supervision.digestDays': setting({
    schema: z.number().int().min(0).max(90),
    default: 1,
    unit: 'days',
    rule: 'service-supervision.md 6',
  }),
};
