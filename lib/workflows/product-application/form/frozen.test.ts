import { describe, expect, it } from 'vitest';
import { matrixSpec, simpleSpec } from '@/db/factories/proposal';
import type { ProductProposal, SpecDraft } from '@/db/schema/product-application';
import { emptyProposal } from '@/lib/workflows/product/proposal';
import { frozenComplaints } from './frozen';
import { generateSkus } from './sku-matrix';

const withSpecs = (...specs: SpecDraft[]): ProductProposal => ({ ...emptyProposal(), specs });
const yearly = simpleSpec({
  id: 'sp_1',
  billings: ['year'],
  skus: [{ id: 'sk_1', billing: 'year', values: [], offered: true, price: '100', bands: [] }],
});
const matrix = matrixSpec({ id: 'sp_2' });
const live = withSpecs(yearly, matrix);

const rebuilt = (spec: SpecDraft): SpecDraft => {
  const skus = generateSkus(spec);
  return { ...spec, skus };
};
const quantity = (values: object): SpecDraft =>
  rebuilt({
    ...matrix,
    attributes: matrix.attributes.map((one) =>
      one.kind === 'quantity' ? { ...one, ...values } : one,
    ),
  });
const enumeration = (values: object): SpecDraft =>
  rebuilt({
    ...matrix,
    attributes: matrix.attributes.map((one) =>
      one.kind === 'enumeration' ? { ...one, ...values } : one,
    ),
  });
const priced = (spec: SpecDraft, price: string): SpecDraft => ({
  ...spec,
  skus: spec.skus.map((sku) => ({ ...sku, price })),
});

describe('after listing, a modification may', () => {
  it.each<[string, ProductProposal]>([
    ['change nothing', live],
    ['change prices', withSpecs(priced(yearly, '99'), priced(matrix, '77'))],
    ['rename and describe a specification', withSpecs({ ...yearly, name: '新名称' }, matrix)],
    ['hide a specification', withSpecs({ ...yearly, hidden: true }, matrix)],
    [
      'add a specification',
      withSpecs(yearly, matrix, simpleSpec({ key: 'new-3', name: '新规格' })),
    ],
    [
      'add monthly to yearly',
      withSpecs(rebuilt({ ...yearly, billings: ['year', 'month'] }), matrix),
    ],
    ['widen a quantity from 5–95 to 1–100', withSpecs(yearly, quantity({ min: 1, max: 100 }))],
    ['put specifications in another order', withSpecs(matrix, yearly)],
  ])('%s', (_, proposed) => {
    expect(frozenComplaints(live, proposed)).toEqual({});
  });
});

describe('after listing, a modification may not', () => {
  it.each<[string, ProductProposal, string, string]>([
    ['drop a specification', withSpecs(matrix), 'specs', 'specRemoved'],
    [
      'touch a delisted one',
      withSpecs(yearly, matrix, simpleSpec({ id: 'sp_gone' })),
      'specs.2',
      'specDelisted',
    ],
    [
      'change the pricing template',
      withSpecs({ ...yearly, pricing: 'custom' }, matrix),
      'specs.0.pricing',
      'pricing',
    ],
    [
      'drop a period',
      withSpecs(rebuilt({ ...yearly, billings: ['month'] }), matrix),
      'specs.0.billings',
      'billingRemoved',
    ],
    [
      'sell once what was periodic',
      withSpecs(rebuilt({ ...yearly, billings: ['year', 'oneTime'] }), matrix),
      'specs.0.billings',
      'billingMode',
    ],
    [
      'add an attribute',
      withSpecs(rebuilt({ ...yearly, attributes: matrix.attributes }), matrix),
      'specs.0.attributes',
      'attributeSet',
    ],
    [
      'drop an attribute',
      withSpecs(yearly, rebuilt({ ...matrix, attributes: matrix.attributes.slice(1) })),
      'specs.1.attributes',
      'attributeSet',
    ],
    [
      'rename an attribute',
      withSpecs(yearly, quantity({ name: '台数' })),
      'specs.1.attributes',
      'attributeSet',
    ],
    [
      'add an enumeration value',
      withSpecs(yearly, enumeration({ values: ['标准', '尊享', '至尊'] })),
      'specs.1.attributes.0',
      'enumerationValues',
    ],
    [
      'drop an enumeration value',
      withSpecs(yearly, enumeration({ values: ['标准'] })),
      'specs.1.attributes.0',
      'enumerationValues',
    ],
    [
      'change the step of a quantity',
      withSpecs(yearly, quantity({ step: 10 })),
      'specs.1.attributes.1',
      'quantityStep',
    ],
    [
      'narrow 5–95 to 10–90',
      withSpecs(yearly, quantity({ min: 10, max: 90 })),
      'specs.1.attributes.1',
      'quantityRange',
    ],
    [
      'move 5–95 to 1–90',
      withSpecs(yearly, quantity({ min: 1, max: 90 })),
      'specs.1.attributes.1',
      'quantityRange',
    ],
    [
      'stop offering a SKU',
      withSpecs(yearly, {
        ...matrix,
        skus: matrix.skus.map((sku, i) => ({ ...sku, offered: i > 0 })),
      }),
      'specs.1.skus',
      'skuRemoved',
    ],
  ])('%s, and is told so at the field', (_, proposed, field, name) => {
    expect(frozenComplaints(live, proposed)).toMatchObject({
      [field]: { key: `productApplication.error.frozen.${name}` },
    });
  });
});
