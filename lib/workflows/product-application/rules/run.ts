import type { ProductProposal, SpecDraft } from '@/db/schema/product-application';
import { imagesOfHtml, lengthOfHtml } from '@/lib/workflows/product/html';
import type { Check, CheckKind, ReviewRule, RuleContext, RuleResult } from './define';
import { fieldsOf } from './fields';
import { PATTERNS, type PatternName } from './patterns';

const textOf = (value: unknown) => (typeof value === 'string' ? value.normalize('NFKC') : '');
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Same name whatever the case, the spaces and the width of its letters. */
export const plainName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const CHECKS: Record<CheckKind, Check> = {
  words: (value, { words }) => {
    const text = textOf(value).toLowerCase();
    return listOf(words).find((word) => {
      const wanted = word.normalize('NFKC').toLowerCase();
      // Latin words stand alone, so that "free" is not found in "freedom".
      return /^[\x20-\x7e]+$/.test(wanted)
        ? new RegExp(`(?<![a-z0-9])${quoted(wanted)}(?![a-z0-9])`).test(text)
        : text.includes(wanted);
    });
  },
  pattern: (value, { name, must }) => {
    const text = textOf(value).trim();
    const pattern = PATTERNS[name as PatternName];
    if (!pattern || text === '') return undefined;
    const match = pattern.exec(text);
    if (must) return match ? undefined : text;
    return match?.[0];
  },
  length: (value, { min, max }) => {
    const length = [...textOf(value).trim()].length;
    const tooShort = length > 0 && length < (numberOf(min) ?? 0);
    return tooShort || length > (numberOf(max) ?? Number.POSITIVE_INFINITY)
      ? String(length)
      : undefined;
  },
  richText: (value, { minText, maxImages }) => {
    const html = typeof value === 'string' ? value : '';
    const images = imagesOfHtml(html).length;
    if (images > (numberOf(maxImages) ?? Number.POSITIVE_INFINITY)) return String(images);
    const length = lengthOfHtml(html);
    return images === 0 && length < (numberOf(minText) ?? 0) ? String(length) : undefined;
  },
  support: (value, _, { fullSupportGroupIds }) =>
    listOf(value).some((id) => fullSupportGroupIds.includes(id)) ? undefined : '0',
  attached: (value, { when }, _, proposal) => {
    if (when && !(proposal as unknown as Record<string, unknown>)[String(when)]) return undefined;
    const filled = Array.isArray(value) ? value.length > 0 : textOf(value) !== '';
    return filled ? undefined : '0';
  },
  ticks: (value, _, { selfCheckIds }) => {
    const missing = selfCheckIds.filter((id) => !listOf(value).includes(id));
    return missing.length > 0 ? String(missing.length) : undefined;
  },
  price: (value, { min }) => {
    const spec = value as SpecDraft;
    const least = BigInt(numberOf(min) ?? 1);
    const wrong = spec.skus
      .filter((sku) => sku.offered)
      .flatMap((sku) => [sku.price, ...sku.bands.map((band) => band.price)])
      .find((price) => /^\d+$/.test(price) && BigInt(price) < least);
    return wrong === undefined ? undefined : '0';
  },
  distinctSpecs: (value, _, __, proposal) => {
    const name = plainName(textOf(value));
    const same = proposal.specs.filter((spec) => plainName(spec.name) === name);
    return name !== '' && same.length > 1 ? textOf(value) : undefined;
  },
  sameName: (value, _, { otherNames }) => {
    const name = plainName(textOf(value));
    return name === '' ? undefined : otherNames.find((other) => plainName(other) === name);
  },
};

const quoted = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Runs review rules on a proposal (design 3.9): the same in the wizard, at submission and for the reviewer. A rule on
 * several fields answers each field that fails, or once that all passed.
 */
export function runRules(
  rules: readonly ReviewRule[],
  proposal: ProductProposal,
  context: RuleContext,
): RuleResult[] {
  return rules
    .filter((rule) => rule.enabled)
    .flatMap((rule): RuleResult[] => {
      const base = { ruleId: rule.id, severity: rule.severity };
      if (!rule.check) return [{ ...base, field: rule.field, status: 'eyes' }];
      const { kind, params } = rule.check;
      const failed = fieldsOf(proposal, rule.field).flatMap(([field, value]): RuleResult[] => {
        const found = CHECKS[kind](value, params, context, proposal);
        return found === undefined ? [] : [{ ...base, field, status: 'failed', found }];
      });
      return failed.length > 0 ? failed : [{ ...base, field: rule.field, status: 'passed' }];
    });
}

/** Failures that keep an application from being submitted. */
export const blocking = (results: readonly RuleResult[]): RuleResult[] =>
  results.filter((one) => one.status === 'failed' && one.severity === 'block');
