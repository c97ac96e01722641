import { z } from 'zod';

const name = z.string().trim().min(1).max(40);
const id = z.string().min(1).max(64);

/** Inputs of the catalogue's editor. */
export const categoryInputs = {
  add: z.object({
    /** Top category of a new leaf; empty for a new top category. */
    parentId: z.string().max(64).default(''),
    nameZh: name,
    nameEn: name,
  }),
  rename: z.object({ id, nameZh: name, nameEn: name }),
  move: z.object({ id, parentId: id }),
  shift: z.object({ id, by: z.enum(['up', 'down']) }),
  one: z.object({ id }),
};
