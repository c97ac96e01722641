import { z } from 'zod';
import { setting } from '../define';

const count = (fallback: number, max: number, rule: string) =>
  setting({ schema: z.number().int().min(1).max(max), default: fallback, unit: 'count', rule });

export const voucherSettings = {
  /** Longest validity of a batch, months. */
  'voucher.validMonths': count(6, 60, 'sales.md 1.1'),
  /** Most pieces of a batch. */
  'voucher.quantityMost': count(1_000_000, 10_000_000, 'sales.md 1.1 [inferred]'),
  /** Most pieces of a batch that one customer may have. */
  'voucher.perUserMost': count(100, 10_000, 'sales.md 1.1 [inferred]'),
  /** Most customers in one uploaded list. */
  'voucher.listMost': count(5000, 50_000, 'sales.md 1.1 [inferred]'),
  /** Most activation codes that are made at once. */
  'voucher.codesMost': count(5000, 50_000, 'sales.md 1.2 [inferred]'),
  /** The merchant's part of the cost of a general product's voucher, basis points; joint products bear all. */
  'voucher.merchantRatio': setting({
    schema: z.number().int().min(0).max(10_000),
    default: 5000,
    unit: 'count',
    rule: 'money.md 7.1, 9 [inferred]',
  }),
  /** The owner hears so many days before that a voucher ends. */
  'voucher.remindDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 3,
    unit: 'days',
    rule: 'sales.md 1.2 [inferred]',
  }),
};
