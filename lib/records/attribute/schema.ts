import { z } from 'zod';
import { ATTRIBUTE_KINDS } from '@/db/schema/attribute';

const shared = {
  name: z.string().trim().min(1).max(30),
  description: z.string().trim().max(200).default(''),
};

const code = z
  .string()
  .trim()
  .regex(/^[a-z][A-Za-z0-9]{0,31}$/, { message: 'attribute.error.code' });

/** Inputs of the attribute dictionary (products.md 3.6). */
export const attributeInputs = {
  add: z.object({
    ...shared,
    kind: z.enum(ATTRIBUTE_KINDS),
    code,
  }),
  edit: z.object({ ...shared, id: z.string().min(1).max(64) }),
  remove: z.object({ id: z.string().min(1).max(64) }),
};

/** Words of a preset, in every language of the house. */
const both = {
  ...shared,
  nameEn: z.string().trim().min(1).max(30),
  descriptionEn: z.string().trim().max(200).default(''),
};
const preset = z.object({
  id: z.string().min(1).max(64),
  version: z.coerce.number().int().optional(),
});

/** Inputs of the platform's own attributes. */
export const presetInputs = {
  add: z.object({ ...both, kind: z.enum(ATTRIBUTE_KINDS), code }),
  edit: preset.extend(both),
  remove: preset,
};
