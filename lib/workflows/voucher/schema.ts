import { z } from 'zod';
import { BILLINGS } from '@/db/schema/product';
import { DISTRIBUTIONS, EXCLUSIONS, VOUCHER_ORDER_TYPES } from '@/db/schema/voucher';
import { requestKey } from '@/lib/engine/once';

/** Largest amount of a voucher, whole yuan (sales.md 1.1). */
const AMOUNT_MOST = 1_000_000_000n;
const THRESHOLD_MOST = 9_999_999_999n;

/** Whole yuan as typed, thousands separators and a needless `.00` allowed; parsed to fen. */
const wholeYuan = (most: bigint, range: string) =>
  z
    .string()
    .trim()
    .min(1)
    .transform((text) => text.replaceAll(/[,，¥\s]/g, '').replace(/\.0{1,2}$/, ''))
    .pipe(z.string().regex(/^\d{1,12}$/, 'voucher.error.form.wholeYuan'))
    .transform(BigInt)
    .refine((yuan) => yuan >= 1n && yuan <= most, { message: range })
    .transform((yuan) => yuan * 100n);

const pieces = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,9}$/, 'voucher.error.form.wholeNumber'),
  ])
  .transform(Number)
  .pipe(z.number().int().min(1));

const tick = z.preprocess(
  (value) => value === true || value === 'on' || value === 'true',
  z.boolean(),
);
const day = z
  .string()
  .trim()
  .min(1)
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'voucher.error.form.day');
/** Boxes that were ticked; a single one comes as a word. */
const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? [...new Set(value)] : value ? [value] : []),
    z.array(z.enum(values)),
  );

/** What a merchant writes of a batch (sales.md 1.1); rules that need the database are checked by the effect. */
const form = z
  .object({
    name: z.string().trim().min(1).max(40),
    productId: z.string().min(1).max(64),
    specIds: z.array(z.string().min(1).max(64)).max(200).default([]),
    amount: wholeYuan(AMOUNT_MOST, 'voucher.error.form.amountRange'),
    threshold: wholeYuan(THRESHOLD_MOST, 'voucher.error.form.thresholdRange'),
    startsOn: day,
    endsOn: day,
    billing: z.enum(BILLINGS),
    orderType: z.enum(VOUCHER_ORDER_TYPES),
    exclusions: listOf(EXCLUSIONS),
    quantity: pieces,
    perUser: pieces,
    distribution: z.enum(DISTRIBUTIONS),
    showOnPage: tick,
  })
  .superRefine((value, { addIssue }) => {
    const complain = (path: string, message: string) =>
      addIssue({ code: 'custom', path: [path], message });
    if (value.amount >= value.threshold) {
      complain('threshold', 'voucher.error.form.amountNotBelow');
    }
    if (value.endsOn < value.startsOn) complain('endsOn', 'voucher.error.form.endsBefore');
    if (value.perUser > value.quantity) complain('perUser', 'voucher.error.form.perUserAbove');
    if (value.distribution === 'named' && value.showOnPage) {
      complain('showOnPage', 'voucher.error.form.namedShown');
    }
  });
export type VoucherForm = z.infer<typeof form>;

/** Customers of a checked list; only the platform passes them on. */
const customers = z.object({
  fileId: z.string().min(1).max(64),
  buyerIds: z.array(z.string().min(1).max(64)).min(1).max(50_000),
});

/** Inputs of the batch's events. */
export const voucherInputs = {
  open: form.safeExtend({ requestKey: requestKey.optional() }),
  edit: form,
  approve: z.object({ opinion: z.string().trim().max(500).default('') }),
  reject: z.object({ reason: z.string().trim().min(5).max(500) }),
  nameCustomers: customers,
  makeCodes: z.object({ count: pieces }),
  invalidate: z.object({ cause: z.enum(['delisted', 'classChanged']) }),
};
