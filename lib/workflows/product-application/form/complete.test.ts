import { describe, expect, it } from 'vitest';
import { fenOf } from '@/components/product-application/yuan';
import { matrixSpec, simpleSpec } from '@/db/factories/proposal';
import { emptyProposal } from '@/lib/workflows/product/proposal';
import { completenessComplaints } from './complete';
import type { FormLimits } from './limits';

const limits: FormLimits = {
  nameLength: 60,
  specs: 20,
  skus: 100,
  enumerations: 5,
  pictures: 5,
  highlights: 5,
  cases: 10,
  tags: 5,
  deliveryDays: 365,
  deliveryTemplate: false,
  leafIds: [],
  billings: ['oneTime', 'month', 'year'],
};
const required = { key: 'productApplication.error.field.required' };

describe('a form that is handed in', () => {
  it('is not filled by spaces', () => {
    const blank = {
      ...emptyProposal(),
      name: '  ',
      highlights: ['\u3000'],
      cases: [{ title: ' ', background: '背景', improvement: '效果' }],
      specs: [simpleSpec({ name: ' ' })],
    };
    expect(completenessComplaints(blank, limits)).toMatchObject({
      name: required,
      'highlights.0': required,
      'cases.0.title': required,
      'specs.0.name': required,
    });
  });

  it('names the most that a price may be', () => {
    const complaintOf = (typed: string) => {
      const [sku] = simpleSpec().skus;
      const skus = sku ? [{ ...sku, price: fenOf(typed) ?? '' }] : [];
      const form = { ...emptyProposal(), specs: [simpleSpec({ skus })] };
      return completenessComplaints(form, limits)['specs.0.skus.0.price'];
    };
    const tooHigh = {
      key: 'productApplication.error.field.priceTooHigh',
      params: { maximum: '¥9,999,999.99' },
    };
    expect(complaintOf('9999999.99')).toBeUndefined();
    expect(complaintOf('10,000,000')).toEqual(tooHigh);
    expect(complaintOf('1234567890123456')).toEqual(tooHigh);
    expect(complaintOf('abc')?.key).toBe('productApplication.error.field.priceMissing');
  });

  it('names it for a band of quantities as well', () => {
    const [, quantity] = matrixSpec().attributes;
    const attributes =
      quantity?.kind === 'quantity' ? [{ ...quantity, mode: 'tier' as const }] : [];
    const bands = [{ from: 5, price: '1000000000' }];
    const skus = [{ billing: 'month' as const, values: [], offered: true, price: '', bands }];
    const form = { ...emptyProposal(), specs: [matrixSpec({ attributes, skus })] };
    expect(completenessComplaints(form, limits)['specs.0.skus.0.bands']?.key).toBe(
      'productApplication.error.field.priceTooHigh',
    );
  });
});
