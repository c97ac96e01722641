import type { CheckResult } from '@/components/workflow/check-list';
import type { Locale } from '@/lib/i18n/locales';
import type { ReviewRule, RuleResult } from '@/lib/workflows/product-application/rules/define';

/** Longest quotation of what offends, in characters. */
const QUOTED = 60;
const RESULT = { passed: 'passed', failed: 'failed', eyes: 'human' } as const;

/**
 * The results of the review rules by field of the comparison, in the reader's language. A rule on specifications is
 * told for each of them, so that a reviewer sees beside each specification what holds for it.
 */
export function checksByField({
  rules,
  results,
  specs,
  locale,
}: {
  rules: readonly ReviewRule[];
  results: readonly RuleResult[];
  /** How many specifications are proposed. */
  specs: number;
  locale: Locale;
}): Map<string, CheckResult[]> {
  const found = new Map<string, CheckResult[]>();
  const put = (field: string, rule: ReviewRule, result: RuleResult) => {
    const list = found.get(field) ?? [];
    if (list.some((one) => one.rule === rule.id)) return;
    const words = result.found && result.found !== '0' ? ` (${result.found.slice(0, QUOTED)})` : '';
    const text = (locale === 'en' ? rule.textEn : rule.textZh) + words;
    found.set(field, [...list, { rule: rule.id, text, result: RESULT[result.status], field }]);
  };
  for (const rule of rules) {
    const own = results.filter(({ ruleId }) => ruleId === rule.id);
    for (const result of own) {
      if (result.status === 'failed' || !isOfSpecs(rule.field))
        put(comparedField(result.field, result.status), rule, result);
    }
    const [first] = own;
    if (!first || !isOfSpecs(rule.field)) continue;
    const status = rule.check ? 'passed' : 'eyes';
    for (let i = 0; i < specs; i += 1)
      put(`specs.${i}`, rule, { ruleId: rule.id, severity: rule.severity, field: '', status });
  }
  return found;
}

const ORDER = { failed: 0, human: 1, passed: 2 };

/** Every result once: what failed in each field, then one line for each rule that asks for eyes or passed. */
export function checksInOrder(byField: ReadonlyMap<string, readonly CheckResult[]>): CheckResult[] {
  const all = [...byField.values()].flat().sort((a, b) => ORDER[a.result] - ORDER[b.result]);
  return all.filter(
    (one, i) => one.result === 'failed' || all.findIndex(({ rule }) => rule === one.rule) === i,
  );
}

const isOfSpecs = (field: string) => field.split('.')[0] === 'specs';

/** The field of the comparison that a concrete field belongs to; texts that passed are told at the description. */
function comparedField(field: string, status: RuleResult['status']): string {
  const [first = '', at] = field.split('.');
  if (first === 'specs' && at !== undefined && status === 'failed') return `specs.${at}`;
  return first === 'texts' ? 'description' : first;
}
