import { z } from 'zod';
import { setting } from '../define';
import { codeOf, hints, rowsNamedBy } from '../hints';

const RULE = 'buyer-centre.md 6';

const count = (value: number, min: number, max: number) =>
  setting({
    schema: z.number().int().min(min).max(max),
    default: value,
    unit: 'count',
    rule: RULE,
  });
const days = (value: number) =>
  setting({ schema: z.number().int().min(0).max(3650), default: value, unit: 'days', rule: RULE });
const flag = (value: boolean) =>
  setting({ schema: z.boolean(), default: value, unit: 'switch', rule: RULE });

const word = z.string().trim().min(1).max(200);
/** What is chosen by a code and read in both languages. Codes stay; reviews keep them. */
const choice = z
  .object({ code: codeOf(/^[A-Za-z][A-Za-z0-9-]{0,31}$/), zh: word, en: word })
  .register(hints, { words: 'settingTable.choice' });
export type Choice = z.infer<typeof choice>;
const choices = (least: number) => rowsNamedBy(z.array(choice).min(least).max(40), 'code');

const tags: Choice[] = [
  { code: 'professional', zh: '专业可靠', en: 'Knows the subject' },
  { code: 'onTime', zh: '交付准时', en: 'Delivered on time' },
  { code: 'responsive', zh: '响应及时', en: 'Answers quickly' },
  { code: 'documented', zh: '文档齐全', en: 'Well documented' },
  { code: 'goodValue', zh: '性价比高', en: 'Good value' },
  { code: 'asDescribed', zh: '与描述一致', en: 'As described' },
  { code: 'late', zh: '交付延期', en: 'Delivered late' },
  { code: 'hardToReach', zh: '难以联系', en: 'Hard to reach' },
];

/** What a review must not be; decisions of operations cite one. */
const rules: Choice[] = [
  { code: 'PR-1', zh: '与所购商品或服务无关', en: 'It is not about what was bought.' },
  {
    code: 'PR-2',
    zh: '含有广告、引流或联系方式',
    en: 'It advertises, leads elsewhere or gives contact data.',
  },
  { code: 'PR-3', zh: '侮辱、谩骂或人身攻击', en: 'It insults or attacks people.' },
  {
    code: 'PR-4',
    zh: '泄露他人隐私或商业秘密',
    en: 'It reveals private data or business secrets.',
  },
  { code: 'PR-5', zh: '含有违反法律法规的内容', en: 'It breaks the law.' },
  { code: 'PR-6', zh: '与事实不符，有证据证明', en: 'It is proven to be untrue.' },
];

/** Reviews of products; the source leaves the figures open, so these are a comparable marketplace's (buyer-centre.md 13). */
export const productReviewSettings = {
  /** Operations read a review before it is published. */
  'productReview.reviewFirst': flag(true),
  'productReview.reviewWorkingDays': setting({
    schema: z.number().int().min(1).max(30),
    default: 1,
    unit: 'workingDays',
    rule: RULE,
  }),
  /** A review with this many stars or fewer in any dimension is a bad one; 0 switches negotiation off. */
  'productReview.lowStars': count(2, 0, 4),
  'productReview.negotiateHours': setting({
    schema: z.number().int().min(1).max(720),
    default: 48,
    unit: 'hours',
    rule: RULE,
  }),
  'productReview.maxLength': count(500, 10, 5000),
  'productReview.maxPictures': count(6, 0, 20),
  /** After completion of the order; 0 sets no end. */
  'productReview.writeDays': days(30),
  'productReview.edits': count(1, 0, 20),
  'productReview.editDays': days(30),
  'productReview.answerDays': days(30),
  'productReview.followUpDays': days(90),
  'productReview.shortenNames': flag(true),
  'productReview.tags': setting({ schema: choices(0), default: tags, unit: 'table', rule: RULE }),
  'productReview.rules': setting({
    schema: choices(1),
    default: rules,
    unit: 'table',
    rule: 'buyer-centre.md 6, inferred',
  }),
};
