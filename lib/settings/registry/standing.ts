import { z } from 'zod';
import { MERCHANT_ACTIONS, PRODUCT_ACTIONS } from '@/db/schema/violation';
import { setting } from '../define';
import { choice, codeOf, hints, rowsNamedBy } from '../hints';

const words = (most: number) => z.string().max(most);

/** One line of the rule table: behaviour, points, handling, deposit (onboarding.md 9). */
const violationRule = z
  .object({
    code: codeOf(/^[a-zA-Z][a-zA-Z0-9]{1,40}$/),
    zh: words(200).min(1),
    en: words(300).min(1),
    points: z.number().int().min(0).max(100),
    productAction: choice(PRODUCT_ACTIONS, 'violation.productAction'),
    merchantAction: choice(MERCHANT_ACTIONS, 'violation.merchantAction'),
    /** Default length of the list, in months; 0 where there is none. */
    months: z.number().int().min(0).max(120).register(hints, { unit: 'months' }),
    /** What is deducted from the deposit, in words. */
    depositZh: words(200),
    depositEn: words(300),
  })
  .register(hints, { words: 'settingTable.violationRule' });
export type ViolationRule = z.infer<typeof violationRule>;

const line = (
  code: string,
  zh: string,
  en: string,
  points: number,
  handling: Partial<Omit<ViolationRule, 'code' | 'zh' | 'en' | 'points'>> = {},
): ViolationRule => ({
  code,
  zh,
  en,
  points,
  productAction: 'none',
  merchantAction: 'none',
  months: 0,
  depositZh: '',
  depositEn: '',
  ...handling,
});

const ALL_OF_IT = { depositZh: '全额扣除保证金', depositEn: 'The whole deposit is deducted' };
const DELIST = { productAction: 'delist' } as const;
const EXPEL = { merchantAction: 'expel' } as const;

// Points below 50 are not in the rule book; these are ours to start from.
const RULES: ViolationRule[] = [
  line(
    'supportUnanswered',
    '售后联系超过 2 次无人响应',
    'More than two after-sales contacts went unanswered',
    5,
    DELIST,
  ),
  line(
    'mailUnanswered',
    '商品问题邮件 24 小时内未回复',
    'A mail about a product problem was not answered within 24 hours',
    3,
    DELIST,
  ),
  line(
    'probeFailing',
    '接口拨测连续 5 天失败',
    'The interface probe failed five days in a row',
    2,
    { productAction: 'freeze' },
  ),
  line(
    'ordersFailing',
    '因接口异常，一个月内失败订单超过 5 笔',
    'More than five orders failed in one month because of interface errors',
    5,
    DELIST,
  ),
  line('bribery', '向运营人员行贿', 'Bribing operations staff', 50, { ...EXPEL, ...ALL_OF_IT }),
  line('backdoor', '越权操作或留存后门', 'Privilege escalation or a backdoor', 50, {
    ...EXPEL,
    ...ALL_OF_IT,
  }),
  line(
    'unauthorisedChange',
    '未经授权修改云上配置',
    'Changing a cloud configuration without authorisation',
    50,
    { ...EXPEL, ...ALL_OF_IT },
  ),
  line('hiddenDefect', '隐瞒并利用缺陷', 'Hiding a defect and exploiting it', 50, {
    ...EXPEL,
    ...ALL_OF_IT,
  }),
  line('forgedAcceptance', '伪造验收材料', 'Forged acceptance material', 30, {
    productAction: 'delist',
    merchantAction: 'blacklist',
    months: 6,
    depositZh: '罚款人民币 10 万元',
    depositEn: 'A fine of CNY 100,000',
  }),
  line(
    'doctoredAcceptance',
    '验收图片经过修改，或交付内容与订单不符',
    'A doctored acceptance picture, or a delivery that differs from the order',
    10,
    { merchantAction: 'yellowList', months: 3 },
  ),
  line('publicMisconduct', '严重的公开不当行为', 'Serious public misconduct', 50, EXPEL),
  line('other', '违反合作协议的其他行为', 'Another breach of the cooperation agreement', 1),
];

export const standingSettings = {
  'standing.rules': setting<ViolationRule[]>({
    schema: rowsNamedBy(z.array(violationRule).min(1).max(100), 'code'),
    default: RULES,
    unit: 'table',
    rule: 'onboarding.md 9',
  }),
  /** Points count for this long. */
  'standing.pointsMonths': setting({
    schema: z.number().int().min(1).max(120),
    default: 12,
    unit: 'count',
    rule: 'onboarding.md 9, inferred',
  }),
  /** From here on the cooperation may be ended; a person decides. */
  'standing.pointsLimit': setting({
    schema: z.number().int().min(1).max(10_000),
    default: 50,
    unit: 'count',
    rule: 'onboarding.md 9',
  }),
  'violation.answerWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 5,
    unit: 'workingDays',
    rule: 'onboarding.md 9, inferred',
  }),
  'violation.replyWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'workingDays',
    rule: 'onboarding.md 9, inferred',
  }),
  'merchantExit.reviewWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'workingDays',
    rule: 'onboarding.md 6.1, inferred',
  }),
};
