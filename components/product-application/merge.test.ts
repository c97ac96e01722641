import { describe, expect, it } from 'vitest';
import { emptyProposal } from '@/lib/workflows/product/proposal';
import { mergePatch, sameValue } from './merge';

const base = { ...emptyProposal(), name: '数据迁移', summary: '旧简介' };

describe('two versions of one form', () => {
  it('say the same whatever the order of their keys', () => {
    const seo = { title: 'a', keywords: 'b', description: '' };
    expect(sameValue(seo, { description: '', keywords: 'b', title: 'a' })).toBe(true);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameValue({ a: undefined }, {})).toBe(true);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue(null, {})).toBe(false);
  });

  it('keep what only one side touched', () => {
    const theirs = { ...base, summary: '同事的简介' };
    expect(mergePatch(base, theirs, { name: '我的名称' })).toEqual({
      keep: { name: '我的名称' },
      conflicts: {},
    });
  });

  it('leave to the person what both changed, and nothing where both wrote the same', () => {
    const theirs = { ...base, summary: '同事的简介', tags: ['迁移'] };
    expect(mergePatch(base, theirs, { summary: '我的简介', tags: ['迁移'] })).toEqual({
      keep: {},
      conflicts: { summary: '我的简介' },
    });
  });

  it('leave every difference to the person when nobody knows what was there before', () => {
    expect(mergePatch(undefined, base, { name: '我的名称', summary: '旧简介' })).toEqual({
      keep: {},
      conflicts: { name: '我的名称' },
    });
  });
});
