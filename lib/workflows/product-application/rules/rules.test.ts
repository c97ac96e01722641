import { describe, expect, it } from 'vitest';
import { longDescription, simpleSpec } from '@/db/factories/proposal';
import type { ProductProposal } from '@/db/schema/product-application';
import { emptyProposal } from '@/lib/workflows/product/proposal';
import { DEFAULT_RULES } from './defaults';
import type { ReviewRule, RuleContext } from './define';
import { runRules } from './run';

const rules: ReviewRule[] = DEFAULT_RULES.map((line) => ({
  ...line,
  textZh: line.id,
  textEn: line.id,
  enabled: true,
}));
const context: RuleContext = { otherNames: [], fullSupportGroupIds: ['sg_1'], selfCheckIds: ['a'] };
const good: ProductProposal = {
  ...emptyProposal(),
  name: '数据库上云迁移服务',
  productVersion: 'V1.0',
  summary: '专业迁移',
  description: longDescription,
  supportGroupIds: ['sg_1'],
  selfChecks: ['a'],
  specs: [simpleSpec()],
};

const failing = (values: Partial<ProductProposal>, more: Partial<RuleContext> = {}) =>
  runRules(rules, { ...good, ...values }, { ...context, ...more })
    .filter((one) => one.status === 'failed')
    .map((one) => one.ruleId);

describe('the review rules', () => {
  it('pass a plain service', () => {
    expect(failing({})).toEqual([]);
  });

  it.each([
    ['迁移服务¥99', 'PN-01'],
    ['迁移服务 99元起', 'PN-01'],
    ['迁移服务 9.9/月', 'PN-01'],
    ['迁移服务V2.0', 'PN-02'],
    ['迁移服务 2.0版', 'PN-02'],
    ['迁移服务 400-123-4567', 'PN-03'],
    ['迁移服务 0571-88880000', 'PN-03'],
    ['限时特价迁移', 'PN-04'],
    ['Free migration', 'PN-04'],
    ['华为云迁移服务', 'PN-05'],
  ])('refuse the name %s', (name, ruleId) => {
    expect(failing({ name })).toContain(ruleId);
  });

  it.each([
    'FreeBSD 运维服务',
    '5G 专网配置',
    'MySQL 8 迁移',
    'SaaS版配套服务',
    '7x24 小时代维',
    'HCS版',
  ])('leave the name %s alone', (name) => {
    expect(failing({ name })).toEqual([]);
  });

  it.each(['V1.0', 'V2.3', 'V10.2.1'])('take the version %s', (productVersion) => {
    expect(failing({ productVersion })).toEqual([]);
  });

  it.each(['v0.1', 'V0.9', '第一版', '1.0', 'V1', 'v1.0', 'V1.0 beta'])(
    'refuse the version %s',
    (productVersion) => {
      expect(failing({ productVersion })).toEqual(['PV-01']);
    },
  );

  it.each([
    ['规格1', 'SP-02'],
    ['spec 2', 'SP-02'],
    ['套餐A', 'SP-02'],
    ['包年', 'SP-03'],
    ['Monthly', 'SP-03'],
    ['套', 'SP-04'],
    ['1次', 'SP-04'],
    ['标准版 13812345678', 'SP-05'],
    ['价格面议', 'SP-06'],
    ['请咨询客服', 'SP-06'],
    ['华为专享', 'SP-07'],
    ['长'.repeat(51), 'SP-01'],
  ])('refuse the specification %s', (name, ruleId) => {
    expect(failing({ specs: [simpleSpec({ name })] })).toContain(ruleId);
  });

  it('find superlatives wherever customers read, and say where', () => {
    const results = runRules(
      rules,
      {
        ...good,
        highlights: ['稳定', '全国第一'],
        cases: [{ title: '', background: '最佳实践', improvement: '' }],
      },
      context,
    );
    const failed = results.filter((one) => one.status === 'failed');
    expect(failed.map(({ ruleId, field, found }) => [ruleId, field, found])).toEqual([
      ['DS-02', 'highlights.1', '全国第一'],
      ['DS-02', 'cases.0', '最佳'],
    ]);
  });

  it('count text without markup and spaces, or take pictures instead, at most five', () => {
    expect(failing({ description: `<p>${' '.repeat(600)}短</p>` })).toEqual(['DS-01']);
    expect(failing({ description: `<p>${'字'.repeat(399)}</p>` })).toEqual(['DS-01']);
    expect(failing({ description: `<p>${'字'.repeat(400)}</p>` })).toEqual([]);
    const picture = (i: number) => `<img src="/api/files/fl_${i}?variant=display">`;
    expect(failing({ description: picture(1) })).toEqual([]);
    expect(failing({ description: [1, 2, 3, 4, 5, 6].map(picture).join('') })).toEqual(['DS-01']);
  });

  it('see prices left to a conversation, and personal data, in the description', () => {
    const description = (text: string) => `${longDescription}<p>${text}</p>`;
    expect(failing({ description: description('价格请联系客服') })).toEqual(['DS-03']);
    expect(failing({ description: description('Contact us for pricing') })).toEqual(['DS-03']);
    expect(failing({ description: description('联系人 13812345678') })).toEqual(['DS-04']);
  });

  it('stop speaking when they are switched off', () => {
    const off = rules.map((rule) => ({ ...rule, enabled: rule.id !== 'PV-01' }));
    const results = runRules(off, { ...good, productVersion: 'x' }, context);
    expect(results.some((one) => one.ruleId === 'PV-01')).toBe(false);
  });
});
