import { describe, expect, it } from 'vitest';
import type { ReviewRule, RuleResult } from '@/lib/workflows/product-application/rules/define';
import { checksByField, checksInOrder } from './checks-by-field';

const rule = (id: string, field: string, check = true): ReviewRule => ({
  id,
  field,
  textZh: `规则${id}`,
  textEn: `Rule ${id}`,
  check: check ? { kind: 'words', params: {} } : null,
  severity: 'block',
  enabled: true,
});
const RULES = [
  rule('SP-01', 'specs.*.name'),
  rule('SP-10', 'specs', false),
  rule('DS-02', 'texts'),
];
const result = (ruleId: string, field: string, status: RuleResult['status'], found?: string) => ({
  ruleId,
  field,
  status,
  severity: 'block' as const,
  ...(found ? { found } : {}),
});
const view = (results: RuleResult[]) =>
  checksByField({ rules: RULES, results, specs: 3, locale: 'en' });
const short = (list: { rule: string; result: string }[] = []) =>
  list.map((one) => `${one.rule} ${one.result}`);

describe('the results of review rules', () => {
  it('stand beside each specification, failed only where it fails', () => {
    const byField = view([
      result('SP-01', 'specs.1.name', 'failed', 'per year'),
      result('SP-10', 'specs', 'eyes'),
    ]);
    expect(short(byField.get('specs.0'))).toEqual(['SP-01 passed', 'SP-10 human']);
    expect(short(byField.get('specs.1'))).toEqual(['SP-01 failed', 'SP-10 human']);
    expect(short(byField.get('specs.2'))).toEqual(['SP-01 passed', 'SP-10 human']);
    expect(byField.get('specs.1')?.[0]?.text).toBe('Rule SP-01 (per year)');
  });

  it('of a rule on all texts stand at every field that fails, else at the description', () => {
    const failed = view([
      result('DS-02', 'summary', 'failed', 'best'),
      result('DS-02', 'specs.2.description', 'failed', 'best'),
    ]);
    expect([...failed.keys()]).toEqual(['summary', 'specs.2']);
    expect([...view([result('DS-02', 'texts', 'passed')]).keys()]).toEqual(['description']);
  });

  it('are listed failed first, and a rule that passed everywhere once', () => {
    const byField = view([
      result('SP-01', 'specs.0.name', 'failed'),
      result('SP-01', 'specs.2.name', 'failed'),
      result('SP-10', 'specs', 'eyes'),
      result('DS-02', 'texts', 'passed'),
    ]);
    expect(checksInOrder(byField).map((one) => `${one.rule} ${one.field}`)).toEqual([
      'SP-01 specs.0',
      'SP-01 specs.2',
      'SP-10 specs.0',
      'DS-02 description',
    ]);
  });
});
