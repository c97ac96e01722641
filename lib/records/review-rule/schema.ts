import { z } from 'zod';
import { OPERATOR_CHECKS } from '@/lib/workflows/product-application/rules/define';

/** Fields that a rule of the operators' own may look at. */
export const RULE_FIELDS = [
  'name',
  'summary',
  'description',
  'texts',
  'specs.*.name',
  'logoFileId',
  'pictureFileIds',
  'highlights',
  'agreementFileId',
  'guideFileId',
  'categoryId',
  'specs',
] as const;

/** Fields whose value is one text, so that words and length can be checked by the machine. */
const TEXT_FIELDS: readonly string[] = ['name', 'summary', 'description', 'texts', 'specs.*.name'];

const id = z.string().min(1).max(64);
const version = z.coerce.number().int().min(0);
const text = z.string().trim().min(2).max(300);
const bound = z.preprocess(
  (value) => (value === '' || value === undefined ? undefined : Number(value)),
  z.number().int().min(0).max(100_000).optional(),
);
const lines = z
  .string()
  .max(10_000)
  .default('')
  .transform((value) => [...new Set(value.split('\n').map((line) => line.trim()))].filter(Boolean));

const shared = {
  textZh: text,
  textEn: text,
  severity: z.enum(['block', 'warn']),
  /** One a line. */
  words: lines,
  min: bound,
  max: bound,
  minText: bound,
  maxImages: bound,
};

/** Inputs of the editor of review rules (products.md 3). */
export const reviewRuleInputs = {
  add: z
    .object({ ...shared, field: z.enum(RULE_FIELDS), check: z.enum(['eyes', ...OPERATOR_CHECKS]) })
    .refine(({ check, field }) => check === 'eyes' || TEXT_FIELDS.includes(field), {
      path: ['check'],
      message: 'reviewRule.error.textOnly',
    }),
  edit: z.object({ ...shared, id, version }),
  switch: z.object({ id, version, enabled: z.enum(['yes', 'no']) }),
};

export type RuleParams = Pick<
  z.infer<typeof reviewRuleInputs.edit>,
  'words' | 'min' | 'max' | 'minText' | 'maxImages'
>;
