import { z } from 'zod';
import { TITLE_KINDS } from '@/db/schema/invoice-title';
import { plainText, serviceNumber } from '@/lib/contact';
import { isCreditCode } from '@/lib/workflows/identity/credit-code';

const compact = (value: string) => plainText(value).replace(/[\s-]/g, '');

/**
 * A taxpayer number: eighteen characters with a check character, or the fifteen or twenty of older registrations.
 * Empty stays empty.
 */
const taxId = z
  .string()
  .transform((value) => compact(value).toUpperCase())
  .pipe(
    z
      .string()
      .refine(
        (value) =>
          value === '' ||
          (value.length === 18 ? isCreditCode(value) : /^[0-9A-Z]{15}$|^[0-9A-Z]{20}$/.test(value)),
        { error: 'invoiceTitle.error.form.taxId' },
      ),
  )
  .default('');

const line = (max: number) => z.string().transform(plainText).pipe(z.string().max(max)).default('');
const optionalPhone = z.union([z.literal(''), serviceNumber], 'contact.error.phone').default('');
const bankAccount = z
  .string()
  .transform(compact)
  .pipe(z.string().regex(/^(\d{8,30})?$/, 'invoiceTitle.error.form.bankAccount'))
  .default('');

/** A title as its form sends it; which fields it needs follows from its kind (money.md 2.3). */
export const titleForm = z.object({
  kind: z.enum(TITLE_KINDS),
  title: line(100),
  taxId,
  special: z
    .object({ address: line(200), phone: optionalPhone, bankName: line(100), bankAccount })
    .prefault({}),
});
export type TitleForm = z.infer<typeof titleForm>;
