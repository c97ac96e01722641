import type { ProductProposal } from '@/db/schema/product-application';

/** Machine checks; operators may use those of `OPERATOR_CHECKS` for rules of their own. */
export const CHECK_KINDS = [
  'words',
  'pattern',
  'length',
  'richText',
  'support',
  'attached',
  'ticks',
  'price',
  'distinctSpecs',
  'sameName',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
/** Checks whose parameters cannot do harm. */
export const OPERATOR_CHECKS = ['words', 'length'] as const satisfies readonly CheckKind[];

export interface CheckSpec {
  kind: CheckKind;
  params: Record<string, unknown>;
}

export interface ReviewRule {
  /** What rejections cite, e.g. `PN-01`. */
  id: string;
  /** Field of the proposal, `*` for each of a list: `specs.*.name`. `texts` is everything people read. */
  field: string;
  textZh: string;
  textEn: string;
  /** Null: for human eyes. */
  check: CheckSpec | null;
  /** `block`: an application cannot be submitted while it fails. */
  severity: 'block' | 'warn';
  enabled: boolean;
}

/** What checks know beside the proposal. Plain data, so that the same checks run in the browser. */
export interface RuleContext {
  /** Names of the merchant's other products and open applications. */
  otherNames: string[];
  /** Ids of support groups whose four items are complete and whose hours are at least 5 × 8. */
  fullSupportGroupIds: string[];
  /** Ids of the self-check items. */
  selfCheckIds: string[];
}

export interface RuleResult {
  ruleId: string;
  /** Concrete field, e.g. `specs.1.name`. */
  field: string;
  status: 'passed' | 'failed' | 'eyes';
  severity: 'block' | 'warn';
  /** The words that offend, as written. */
  found?: string;
}

/** A check answers nothing, or what it found wrong. */
export type Check = (
  value: unknown,
  params: Record<string, unknown>,
  context: RuleContext,
  proposal: ProductProposal,
) => string | undefined;
