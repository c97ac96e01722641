import { z } from 'zod';
import type { INVOICE_KINDS, INVOICE_MEDIA } from '@/db/schema/invoice';
import { plainText } from '@/lib/contact';
import { requestKey } from '@/lib/engine/once';
import { INVOICE_TYPES } from '@/lib/records/merchant/schema';

const id = z.string().min(1).max(60);
const reason = z.string().trim().min(1).max(500);
const optionalLine = (max: number) =>
  z.string().transform(plainText).pipe(z.string().max(max)).default('');

/** `600:123400,1300:5000`: rate in basis points and fen of each invoice that the customer saw. */
const shown = z
  .string()
  .regex(/^\d{1,5}:\d{1,18}(,\d{1,5}:\d{1,18})*$/, 'form.error.wrongFormat')
  .transform((text) =>
    text.split(',').map((pair) => {
      const [rate = '', amount = ''] = pair.split(':');
      return { taxRate: Number(rate), amount: BigInt(amount) };
    }),
  );

/** What the customer chooses before anything is checked against orders, merchant and titles. */
export const choice = z.object({
  orderIds: z
    .array(id, 'invoice.error.open.noneChosen')
    .min(1, 'invoice.error.open.noneChosen')
    .transform((ids) => [...new Set(ids)].sort()),
  titleId: id,
  /** `general.paper`: kind and medium (money.md 2.2). */
  type: z.enum(INVOICE_TYPES),
  /** A postal address for paper, a mailbox for files; which one counts follows from the medium. */
  postId: z.string().max(60).default(''),
  mailId: z.string().max(60).default(''),
  note: z.string().trim().max(200).default(''),
});
export type InvoiceChoice = z.infer<typeof choice>;

export const kindAndMedium = (type: InvoiceChoice['type']) => {
  const [kind, medium] = type.split('.') as [
    (typeof INVOICE_KINDS)[number],
    (typeof INVOICE_MEDIA)[number],
  ];
  return { kind, medium };
};

/** Inputs of the events (money.md 2.3, 2.4). */
export const invoiceInputs = {
  apply: choice.extend({ requestKey, shown }),
  /** One of the invoices of an application. */
  open: choice.extend({
    requestKey: z.string(),
    applicationId: z.string(),
    taxRate: z.number().int(),
    shown: z.array(z.object({ taxRate: z.number().int(), amount: z.bigint() })),
  }),
  /** Which of these an invoice asks for follows from its medium. */
  issue: z.object({
    fiscalNumber: z
      .string()
      .transform((text) => plainText(text).replace(/\s/g, ''))
      .default(''),
    fiscalCode: z
      .string()
      .transform((text) => plainText(text).replace(/\s/g, ''))
      .default(''),
    fiscalDate: z.string().trim().default(''),
    courier: optionalLine(40),
    trackingNumber: optionalLine(40),
    fileId: z.string().max(60).default(''),
    remark: z.string().trim().max(500).default(''),
  }),
  reject: z.object({ reason }),
  takeBack: z.object({
    reason,
    redLetterNumber: z
      .string()
      .transform((text) => plainText(text).replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{0,30}$/, 'invoice.error.takeBack.redLetter'))
      .default(''),
  }),
};
export type IssueInput = z.infer<typeof invoiceInputs.issue>;
