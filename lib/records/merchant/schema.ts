import { z } from 'zod';
import { mobileNumber, plainText, serviceNumber } from '@/lib/contact';

/** Six combinations of kind and medium (money.md 2.2). */
export const INVOICE_TYPES = [
  'general.paper',
  'general.electronic',
  'general.digital',
  'special.paper',
  'special.electronic',
  'special.digital',
] as const;

const line = (max: number) => z.string().transform(plainText).pipe(z.string().min(1).max(max));
const version = z.coerce.number().int().optional();

export const merchantInputs = {
  setInvoiceTypes: z.object({
    version,
    types: z
      .array(z.enum(INVOICE_TYPES), 'merchant.error.invoiceTypes.none')
      .min(1, 'merchant.error.invoiceTypes.none')
      .transform((types) => INVOICE_TYPES.filter((type) => types.includes(type))),
  }),
  setInvoicing: z.object({
    version,
    invoicing: z.object({
      taxId: z
        .string()
        .transform((value) => plainText(value).toUpperCase())
        .pipe(
          z
            .string()
            .min(1)
            .regex(/^[0-9A-Z]{15,20}$/, 'merchant.error.invoicing.taxId'),
        ),
      address: line(200),
      phone: serviceNumber,
      bankName: line(100),
      /** Empty keeps the number on file. */
      bankAccount: z
        .string()
        .transform((value) => plainText(value).replace(/[\s-]/g, ''))
        .pipe(z.string().regex(/^(\d{8,30})?$/, 'merchant.error.invoicing.bankAccount')),
    }),
    mailing: z.object({
      receiver: line(60),
      phone: z.union([mobileNumber, serviceNumber], 'contact.error.phone'),
      address: line(200),
      postalCode: z
        .string()
        .transform(plainText)
        .pipe(
          z
            .string()
            .min(1)
            .regex(/^\d{6}$/, 'merchant.error.profile.postalCode'),
        ),
    }),
  }),
};
