import { z } from 'zod';
import { INVOICE_KINDS, INVOICE_MEDIA } from '@/db/schema/invoice';
import { setting } from '../define';
import { choice, hints } from '../hints';

const days = (value: number, max: number, rule: string) =>
  setting({ schema: z.number().int().min(1).max(max), default: value, unit: 'days', rule });
const count = (value: number, max: number, rule: string) =>
  setting({ schema: z.number().int().min(1).max(max), default: value, unit: 'count', rule });

const digits = z.number().int().min(1).max(40);

/** How the tax system numbers invoices; the first row that fits decides. A row without kind holds for both. */
const numbering = z
  .object({
    medium: choice(INVOICE_MEDIA, 'invoice.medium'),
    kind: choice(INVOICE_KINDS, 'invoice.kind').optional(),
    numberDigits: digits,
    /** Lengths that a code may have; empty: there is no code. */
    codeDigits: z.array(digits),
  })
  .register(hints, { words: 'settingTable.numbering' });
export type InvoiceNumbering = z.infer<typeof numbering>;

const formats: InvoiceNumbering[] = [
  { medium: 'digital', numberDigits: 20, codeDigits: [] },
  { medium: 'electronic', numberDigits: 8, codeDigits: [12] },
  { medium: 'paper', kind: 'special', numberDigits: 8, codeDigits: [10] },
  { medium: 'paper', kind: 'general', numberDigits: 8, codeDigits: [10, 12] },
];

export const invoiceSettings = {
  'invoice.issueDays': days(7, 90, 'money.md 2.1'),
  'invoice.remindAfterDays': days(5, 90, 'money.md 2.1, inferred'),
  'invoice.signDays': days(90, 365, 'money.md 2.1'),
  'invoice.courierFreeFrom': setting({
    schema: z.number().int().min(0).max(100_000_000),
    default: 10_000,
    unit: 'fen',
    rule: 'money.md 2.1',
  }),
  'invoice.numbering': setting({
    schema: z.array(numbering).min(1),
    default: formats,
    unit: 'table',
    rule: 'money.md 2.4, inferred',
  }),
  'invoice.ordersMost': count(50, 500, 'money.md 2.3, inferred'),
  'invoice.contactsMost': count(20, 200, 'money.md 2.3, inferred'),
  'letter.keptMonths': count(6, 60, 'money.md 2.3'),
};
