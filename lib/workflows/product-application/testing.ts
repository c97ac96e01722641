import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { makeProposal } from '@/db/factories/proposal';
import { productApplications, products, specs } from '@/db/schema';
import type { ProductProposal } from '@/db/schema/product-application';
import type { Actor, Member } from '@/lib/auth/actor';
import {
  approveApplication,
  openApplication,
  saveApplication,
  submitApplication,
} from './commands';

export const service = { class: 'general', deliveryType: 'manualService' };
export const confirm = { confirm: 'submit' };

export const rowOf = async (id: string) => {
  const [row] = await getDatabase()
    .select()
    .from(productApplications)
    .where(eq(productApplications.id, id));
  if (!row) throw new Error('gone');
  return row;
};
export const productOf = async (id: string | null) =>
  (
    await getDatabase()
      .select()
      .from(products)
      .where(eq(products.id, id ?? ''))
  )[0];
export const specsOf = (id: string | null) =>
  getDatabase()
    .select()
    .from(specs)
    .where(eq(specs.productId, id ?? ''))
    .orderBy(specs.position);

/** An application that is being written. */
export async function draft(owner: Member, values: Partial<ProductProposal> = {}) {
  const { id } = await openApplication(owner, service);
  await saveApplication(owner, id, { proposal: await makeProposal(owner, values) });
  return id;
}

/** An application that waits for its review. */
export async function pending(owner: Member, values: Partial<ProductProposal> = {}) {
  const id = await draft(owner, values);
  await submitApplication(owner, id, confirm);
  return id;
}

/** A product on sale, by its approved application. */
export async function listed(
  owner: Member,
  reviewer: Actor,
  values: Partial<ProductProposal> = {},
) {
  const id = await pending(owner, values);
  const { productId } = await approveApplication(reviewer, id, {});
  return productId as string;
}
