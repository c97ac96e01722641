import { z } from 'zod';
import { ATTRIBUTE_KINDS } from '@/db/schema/attribute';

const shared = {
  name: z.string().trim().min(1).max(30),
  description: z.string().trim().max(200).default(''),
};

/** Inputs of the attribute dictionary (products.md 3.6). */
export const attributeInputs = {
  add: z.object({
    ...shared,
    kind: z.enum(ATTRIBUTE_KINDS),
    code: z
      .string()
      .trim()
      .regex(/^[a-z][A-Za-z0-9]{0,31}$/, { message: 'attribute.error.code' }),
  }),
  edit: z.object({ ...shared, id: z.string().min(1).max(64) }),
  remove: z.object({ id: z.string().min(1).max(64) }),
};
