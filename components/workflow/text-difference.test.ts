import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDifference } from './text-difference';

describe('the difference of two texts', () => {
  it('marks only what changed, without tearing characters', () => {
    const { before, after } = splitDifference('上云迁移😀服务', '上云改造😃服务');
    expect(before).toEqual({ head: '上云', middle: '迁移😀', tail: '服务' });
    expect(after).toEqual({ head: '上云', middle: '改造😃', tail: '服务' });
  });

  it('always puts both texts together again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const { before, after } = splitDifference(a, b);
        expect(before.head + before.middle + before.tail).toBe(a);
        expect(after.head + after.middle + after.tail).toBe(b);
      }),
    );
  });
});
