import { z } from 'zod';
import type { ProductProposal } from '@/db/schema/product-application';

const reason = z.string().trim().min(5).max(500);

/** What an approval lists or revises; only the platform itself passes it. */
export interface Listing {
  merchantId: string;
  class: string;
  deliveryType: string;
  proposal: ProductProposal;
  applicationId: string;
}

/** Inputs of the product's events. */
export const productInputs = {
  list: z.custom<Listing>((value) => typeof value === 'object' && value !== null),
  revise: z.custom<Listing>((value) => typeof value === 'object' && value !== null),
  delist: z.object({ confirm: z.literal('delist') }),
  delistSpec: z.object({ specId: z.string().min(1), confirm: z.literal('delist') }),
  delistSku: z.object({ skuId: z.string().min(1), confirm: z.literal('delist') }),
  delistForBreach: z.object({ reason }),
  freeze: z.object({ reason }),
  unfreeze: z.object({ reason }),
};
