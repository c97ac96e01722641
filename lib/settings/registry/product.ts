import { z } from 'zod';
import { BILLINGS } from '@/db/schema/product';
import { TAX_TYPES, TAXPAYERS, type TaxRate, type TaxRule } from '@/lib/workflows/product/tax';
import { setting } from '../define';
import { choice, hints, knownCode, rowsNamedBy } from '../hints';
import { DELIVERY_TYPES } from './delivery-types';

const line = (
  deliveryType: string,
  billing: TaxRule['billing'],
  category: string,
  taxType: TaxRule['taxType'],
): TaxRule => ({ deliveryType, billing, category, taxType });

const rate = (taxType: TaxRate['taxType'], general: number, smallScale: number): TaxRate[] => [
  { taxType, taxpayer: 'general', rate: general },
  { taxType, taxpayer: 'smallScale', rate: smallScale },
];

const taxType = choice(TAX_TYPES, 'product.tax');
const taxRate = z
  .object({
    taxType,
    taxpayer: choice(TAXPAYERS, 'businessCertification.taxpayer'),
    rate: z.number().int().min(0).max(10_000).register(hints, { unit: 'basisPoints' }),
  })
  .register(hints, { words: 'settingTable.taxRate' });

const count = (rule: string, value: number, max: number) =>
  setting({ schema: z.number().int().min(1).max(max), default: value, unit: 'count', rule });

export const productSettings = {
  'tax.derivation': setting<TaxRule[]>({
    schema: z.array(
      z
        .object({
          deliveryType: knownCode(['*', ...DELIVERY_TYPES], 'refund.deliveryType'),
          billing: choice(['*', ...BILLINGS], 'product.billing'),
          category: z.string().min(1),
          taxType,
        })
        .register(hints, { words: 'settingTable.taxRule' }),
    ),
    default: [
      line('hardware', '*', '*', 'hardware'),
      line('license', 'oneTime', '*', 'software'),
      line('license', '*', '*', 'service'),
      line('*', '*', 'basicTelecom', 'basicTelecom'),
      line('*', '*', 'valueAddedTelecom', 'valueAddedTelecom'),
      line('*', '*', 'movableLease', 'movableLease'),
      line('*', '*', 'realEstateLease', 'realEstateLease'),
      line('*', '*', '*', 'service'),
    ],
    unit: 'table',
    rule: 'products.md 2.2',
  }),
  'tax.rates': setting<TaxRate[]>({
    schema: rowsNamedBy(z.array(taxRate), 'taxType', 'taxpayer'),
    default: [
      ...rate('hardware', 1300, 300),
      ...rate('software', 1300, 300),
      ...rate('service', 600, 300),
      ...rate('basicTelecom', 900, 300),
      ...rate('valueAddedTelecom', 600, 300),
      ...rate('movableLease', 1300, 300),
      ...rate('realEstateLease', 900, 500),
    ],
    unit: 'table',
    rule: 'money.md 2.5',
  }),
  'product.feePercent': setting({
    schema: z.number().min(0).max(100),
    default: 5,
    unit: 'percent',
    rule: 'products.md 1.1',
  }),
  'product.nameLength': count('products.md 3.1, inferred', 60, 200),
  'product.deliveryTemplateClasses': setting({
    schema: z.array(z.string().min(1)),
    default: ['joint', 'platform'],
    unit: 'list',
    rule: 'products.md 3.3',
  }),
  'product.specLimit': count('products.md 3.6', 20, 100),
  'product.skuLimit': count('products.md 3.6', 100, 500),
  'product.enumerationLimit': count('products.md 3.6', 5, 5),
  'product.pictureLimit': count('products.md 3.4', 5, 20),
  'product.highlightLimit': count('products.md 3.4', 6, 20),
  'product.caseLimit': count('products.md 3.4', 10, 50),
  'product.tagLimit': count('products.md 3.6', 5, 20),
  'product.deliveryDaysLimit': count('products.md 3.3', 365, 3650),
  'product.supportDays': count('products.md 3.5', 5, 7),
  'product.supportHours': count('products.md 3.5', 8, 24),
  'product.defaultStock': count('products.md 5.5', 999, 9_999_999),
  'productApplication.reviewWorkingDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'workingDays',
    rule: 'products.md 3',
  }),
  'productApplication.bulkFrom': count('products.md 3', 10, 1000),
  'productApplication.withdrawable': setting({
    schema: z.array(knownCode(DELIVERY_TYPES, 'refund.deliveryType')),
    default: ['license', 'manualService', 'hardware', 'image', 'saas', 'api'],
    unit: 'list',
    rule: 'products.md 4.1',
  }),
  'attribute.reservedCodes': setting({
    schema: z.array(z.string().min(1)),
    default: ['appName', 'version', 'os', 'mode'],
    unit: 'list',
    rule: 'products.md 3.6',
  }),
};
