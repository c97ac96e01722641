import { describe, expect, it } from 'vitest';
import { simpleSpec } from '@/db/factories/proposal';
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
});
