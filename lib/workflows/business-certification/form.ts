import { z } from 'zod';
import { TAXPAYER_KINDS, type TaxpayerKind } from '@/db/schema/business-certification';
import { contactFields, plainText, serviceNumber } from '@/lib/contact';

/** Tax rates in per cent that each kind of taxpayer may choose. */
export interface CertificationPolicy {
  taxRates: Record<TaxpayerKind, readonly number[]>;
  /** A bank account is on file, so its number may be left empty to keep it. */
  numberOnFile: boolean;
}

/** The two pages of the form: company, tax and finance contact; then the bank (onboarding.md 5). */
export const CERTIFICATION_FIELDS = [
  'registeredAddress',
  'companyPhone',
  'taxpayerKind',
  'taxId',
  'taxRate',
  'financeContact',
  'bank.holder',
  'bank.bankName',
  'bank.branch',
  'bank.branchCode',
  'bank.number',
] as const;

const line = (max: number) => z.string().transform(plainText).pipe(z.string().min(1).max(max));
const digits = (value: string) => plainText(value).replace(/[\s-]/g, '');
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);

const bankNumber = z
  .string()
  .transform(digits)
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^\d{8,30}$/, 'businessCertification.error.form.number'),
  );

const bank = (policy: CertificationPolicy) =>
  z.object({
    holder: line(100),
    bankName: line(100),
    branch: line(100),
    branchCode: z.preprocess(
      blank,
      z
        .string()
        .transform(digits)
        .pipe(z.string().regex(/^\d{12}$/, 'businessCertification.error.form.branchCode'))
        .optional(),
    ),
    number: policy.numberOnFile ? z.preprocess(blank, bankNumber.optional()) : bankNumber,
  });

const company = {
  registeredAddress: line(200),
  companyPhone: serviceNumber,
  taxpayerKind: z.preprocess(blank, z.enum(TAXPAYER_KINDS)),
  taxId: z
    .string()
    .transform((value) => plainText(value).toUpperCase())
    .pipe(
      z
        .string()
        .min(1)
        .regex(/^[0-9A-Z]{15,20}$/, 'businessCertification.error.form.taxId'),
    ),
  taxRate: z.preprocess(blank, z.coerce.number()),
  financeContact: contactFields,
};

type Rated = { taxpayerKind: TaxpayerKind; taxRate: number };
const fittingRate =
  ({ taxRates }: CertificationPolicy) =>
  ({ taxpayerKind, taxRate }: Rated) =>
    taxRates[taxpayerKind].includes(taxRate);
const WRONG_RATE = { path: ['taxRate'], error: 'businessCertification.error.form.taxRate' };

/** The first page: company, tax, finance contact. */
export const companyPage = (policy: CertificationPolicy) =>
  z.object(company).refine(fittingRate(policy), WRONG_RATE);

/** Both pages, as they must be to be submitted. */
export const certificationForm = (policy: CertificationPolicy) =>
  z.object({ ...company, bank: bank(policy) }).refine(fittingRate(policy), WRONG_RATE);

const loose = (max: number) => z.string().max(max).optional().catch(undefined);

/** The form while it is being filled in. */
export const certificationDraft = z.object({
  registeredAddress: loose(400),
  companyPhone: loose(40),
  taxpayerKind: loose(20),
  taxId: loose(40),
  taxRate: loose(10),
  financeContact: z
    .object({ name: loose(100), mobile: loose(40), email: loose(300) })
    .optional()
    .catch(undefined),
  bank: z
    .object({
      holder: loose(200),
      bankName: loose(200),
      branch: loose(200),
      branchCode: loose(40),
      number: loose(60),
    })
    .optional()
    .catch(undefined),
});
