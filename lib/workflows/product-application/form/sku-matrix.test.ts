import { describe, expect, it } from 'vitest';
import { matrixSpec } from '@/db/factories/proposal';
import { generateSkus, matrixSize } from './sku-matrix';

const withValues = (...values: string[]) =>
  matrixSpec({
    attributes: [{ kind: 'enumeration', code: 'serviceLevel', name: '服务等级', values }],
  });

describe('the SKUs of a specification', () => {
  it('are every combination once, with the prices typed before', () => {
    const spec = { ...withValues('尊享', '基础'), billings: ['month', 'year'] as const };
    const skus = generateSkus({ ...spec, billings: [...spec.billings] });
    expect(skus.map((sku) => [sku.billing, sku.values[0]?.value, sku.price])).toEqual([
      ['month', '尊享', '40000'],
      ['month', '基础', ''],
      ['year', '尊享', ''],
      ['year', '基础', ''],
    ]);
  });

  it('are not doubled by a value that was written twice', () => {
    const spec = withValues('标准', '尊享', '标准');
    expect(generateSkus(spec).map((sku) => sku.values[0]?.value)).toEqual(['标准', '尊享']);
    expect(matrixSize(spec)).toBe(2);
  });
});
