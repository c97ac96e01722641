import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines';

/** Chinese characters are as wide as high, Latin ones half of that. */
const width = (text: string) =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 10 : 5), 0);

describe('lines of a paragraph', () => {
  it('never begin with a closing mark nor end with an opening one', () => {
    const lines = linesOf('平台规则规定，商家（销售方）向客户开具发票：见“订单信息”。', 60, width);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。：）”]/);
      expect(line).not.toMatch(/[（“]$/);
    }
  });

  it('keep words and numbers whole', () => {
    expect(linesOf('金额为 ¥1,234.50 元整', 60, width)).toEqual(['金额为', '¥1,234.50 元', '整']);
  });

  it('say what was said, and fit', () => {
    const text = fc.string({ unit: fc.constantFrom(...'平台规则，。（）ab1. '), maxLength: 60 });
    fc.assert(
      fc.property(text, (said) => {
        const lines = linesOf(said, 80, width, 20);
        expect(lines.join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
      }),
    );
  });
});
