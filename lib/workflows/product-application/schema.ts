import { z } from 'zod';
import { BILLINGS, PRICINGS, QUANTITY_MODES } from '@/db/schema/product';
import type { ProductProposal } from '@/db/schema/product-application';
import { PRODUCT_CLASSES } from '@/lib/workflows/product/delivery-types';

/** Text people typed; bounds here only keep nonsense out, the rules judge the rest. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.trim());
const fileId = z.union([z.literal(''), z.string().regex(/^fl_[0-9a-z]+$/)]);
const fileIds = (max: number) => z.array(z.string().regex(/^fl_[0-9a-z]+$/)).max(max);
const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,31}$/);
/** Fen as digits; empty while not priced. A draft keeps what is too high, so that the field can name the limit. */
const price = z.string().regex(/^\d{0,18}$/, { message: 'productApplication.error.field.price' });
const whole = (max: number) => z.number().int().min(0).max(max);

const attribute = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('enumeration'),
    code,
    name: text(30),
    values: z.array(text(30)).max(50),
  }),
  z.object({
    kind: z.literal('quantity'),
    code,
    name: text(30),
    unit: text(10),
    min: whole(1_000_000),
    max: whole(1_000_000),
    step: whole(1_000_000),
    mode: z.enum(QUANTITY_MODES),
  }),
]);

const sku = z.object({
  id: z.string().max(64).optional(),
  billing: z.enum(BILLINGS),
  values: z.array(z.object({ code, value: text(30) })).max(10),
  offered: z.boolean(),
  price,
  bands: z.array(z.object({ from: whole(1_000_000), price })).max(20),
});

const spec = z.object({
  key: z.string().min(1).max(64),
  id: z.string().max(64).optional(),
  name: text(200),
  description: text(500),
  hidden: z.boolean(),
  pricing: z.enum(PRICINGS),
  billings: z.array(z.enum(BILLINGS)).max(BILLINGS.length),
  attributes: z.array(attribute).max(6),
  skus: z.array(sku).max(500),
});

/** The whole form in any stage of completion. */
export const proposalSchema = z.object({
  name: text(200),
  productVersion: text(40),
  categoryId: text(64),
  publicSale: z.boolean(),
  logoFileId: fileId,
  pictureFileIds: fileIds(20),
  summary: text(1000),
  description: z.string().max(200_000),
  highlights: z.array(text(500)).max(20),
  cases: z
    .array(z.object({ title: text(100), background: text(2000), improvement: text(2000) }))
    .max(50),
  agreementFileId: fileId,
  guideFileId: fileId,
  supportGroupIds: z.array(z.string().max(64)).max(6),
  software: z.boolean(),
  copyrightFileIds: fileIds(5),
  openSource: z.boolean(),
  openSourceFileId: fileId,
  selfChecks: z.array(z.string().max(64)).max(50),
  flow: z.object({ template: z.literal('standard'), requirementStep: z.boolean() }),
  deliveryPeriodDays: whole(10_000),
  requirementTemplateFileId: fileId,
  deliveryTemplateFileId: fileId,
  tags: z.array(text(20)).max(20),
  shareRule: z.literal('standard'),
  seo: z.object({ title: text(200), keywords: text(300), description: text(500) }),
  specs: z.array(spec).max(100),
}) satisfies z.ZodType<ProductProposal>;

const reason = z.object({
  rule: z.string().min(1).max(40),
  field: z.string().min(1).max(100),
  text: z.string().trim().max(500).default(''),
});

/** Inputs of the application's events. */
export const applicationInputs = {
  open: z.object({
    class: z.enum(PRODUCT_CLASSES),
    deliveryType: z.string().min(1).max(40),
  }),
  openModify: z.object({ productId: z.string().min(1).max(64) }),
  /** Any part of the form; what is left out stays. */
  save: z.object({ proposal: proposalSchema.partial() }),
  submit: z.object({ confirm: z.literal('submit') }),
  reject: z.object({
    reasons: z
      .array(reason)
      .min(1, { message: 'productApplication.error.reject.reasonMissing' })
      .max(50),
    opinion: z.string().trim().max(2000).default(''),
  }),
  approve: z.object({ opinion: z.string().trim().max(2000).default('') }),
};
