import type { ReviewRule } from './define';

type Line = Omit<ReviewRule, 'textZh' | 'textEn' | 'enabled'>;

const eyes = (id: string, field: string): Line => ({ id, field, check: null, severity: 'warn' });
const block = (id: string, field: string, kind: NonNullable<Line['check']>['kind'], params = {}) =>
  ({ id, field, check: { kind, params }, severity: 'block' }) satisfies Line;
const warn = (id: string, field: string, kind: NonNullable<Line['check']>['kind'], params = {}) =>
  ({ ...block(id, field, kind, params), severity: 'warn' }) satisfies Line;

/** Words that sell instead of saying what it is (products.md 3.1). */
const MARKETING = [
  '促销',
  '免费',
  '特价',
  '秒杀',
  '优惠',
  '折扣',
  '限时',
  '爆款',
  '热销',
  '特惠',
  'free',
  'promotion',
  'discount',
  'sale',
  'best seller',
];

/** Names that belong to the platform; the house that runs the marketplace puts its own here. */
const BRANDS = ['华为', '华为云', '云商店', 'huawei', 'guildhall'];

/** What the advertising law forbids: superlatives and absolute claims (products.md 3.4). */
const ABSOLUTES = [
  '国家级',
  '世界级',
  '最高级',
  '最佳',
  '最好',
  '最优',
  '最强',
  '最先进',
  '最大',
  '最低价',
  '最便宜',
  '第一品牌',
  '全国第一',
  '全球第一',
  '全球首',
  '世界领先',
  '行业第一',
  '独一无二',
  '绝无仅有',
  '史无前例',
  '顶级',
  '极致',
  '终极',
  '万能',
  '百分之百',
  '100%安全',
  '永久',
  '唯一',
  'world first',
  'state-level',
  'the best',
  'ultimate',
  'number one',
  'unrivalled',
];

/**
 * The review rules a marketplace starts with (products.md 3). Their words are `reviewRule.rule.<id>`; rows of
 * `review_rule` change them or add more.
 */
export const DEFAULT_RULES: readonly Line[] = [
  block('PN-01', 'name', 'pattern', { name: 'price' }),
  block('PN-02', 'name', 'pattern', { name: 'versionInName' }),
  block('PN-03', 'name', 'pattern', { name: 'phone' }),
  block('PN-04', 'name', 'words', { words: MARKETING }),
  block('PN-05', 'name', 'words', { words: BRANDS }),
  block('PN-06', 'name', 'sameName'),
  eyes('PN-07', 'name'),
  eyes('PN-08', 'name'),
  block('PV-01', 'productVersion', 'pattern', { name: 'version', must: true }),
  eyes('PL-01', 'logoFileId'),
  eyes('DL-01', 'deliveryPeriodDays'),
  eyes('DL-02', 'requirementTemplateFileId'),
  eyes('DL-03', 'deliveryTemplateFileId'),
  eyes('PP-01', 'pictureFileIds'),
  block('SM-01', 'summary', 'length', { max: 120 }),
  eyes('SM-02', 'summary'),
  block('DS-01', 'description', 'richText', { minText: 400, maxImages: 5 }),
  block('DS-02', 'texts', 'words', { words: ABSOLUTES }),
  block('DS-03', 'description', 'pattern', { name: 'askPrice' }),
  warn('DS-04', 'texts', 'pattern', { name: 'personalData' }),
  eyes('DS-05', 'description'),
  eyes('HL-01', 'highlights'),
  eyes('AG-01', 'agreementFileId'),
  eyes('AG-02', 'agreementFileId'),
  block('SS-01', 'supportGroupIds', 'support'),
  eyes('UG-01', 'guideFileId'),
  block('CR-01', 'copyrightFileIds', 'attached', { when: 'software' }),
  eyes('CR-02', 'copyrightFileIds'),
  block('OS-01', 'openSourceFileId', 'attached', { when: 'openSource' }),
  block('SC-01', 'selfChecks', 'ticks'),
  eyes('CT-01', 'categoryId'),
  block('SP-01', 'specs.*.name', 'length', { max: 50 }),
  block('SP-02', 'specs.*.name', 'pattern', { name: 'emptySpecName' }),
  block('SP-03', 'specs.*.name', 'pattern', { name: 'billingWord' }),
  block('SP-04', 'specs.*.name', 'pattern', { name: 'unitWord' }),
  block('SP-05', 'specs.*.name', 'pattern', { name: 'phone' }),
  block('SP-06', 'specs.*.name', 'pattern', { name: 'askUs' }),
  block('SP-07', 'specs.*.name', 'words', { words: BRANDS }),
  block('SP-08', 'specs.*.name', 'distinctSpecs'),
  block('SP-09', 'specs.*', 'price', { min: 1 }),
  eyes('SP-10', 'specs'),
];

/** Self-check items a merchant ticks before submission (products.md 3.5); words: `reviewRule.selfCheck.<id>`. */
export const SELF_CHECKS = [
  'truthful',
  'noVirus',
  'noPresetPassword',
  'personalData',
  'rightsCleared',
  'deliveryReady',
] as const;
