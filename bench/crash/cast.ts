import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { fund, makeFile, makeSold } from '@/db/factories/order';
import { products } from '@/db/schema';
import type { ProductContent } from '@/db/schema/product';
import type { Actor, Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';

/** Who acts in a crash run, as plain data that goes from process to process. */
export interface Cast {
  staff: Actor & { kind: 'operator' };
  companies: Company[];
}

/** A merchant with a product, and a customer with money. One lane plays one company. */
export interface Company {
  owner: Member;
  buyer: Actor & { kind: 'buyer' };
  sold: { productId: string; skuId: string; agreement: string; price: string };
  /** Files that are handed in again and again. */
  files: Record<'requirement' | 'document' | 'picture' | 'other' | 'third', string>;
}

const PRICE = 9900n;

/** Makes the people of a run; nothing of it is under test. */
export async function makeCast(companies: number): Promise<Cast> {
  const staff = await createOperator('admin', 'reviewer', 'arbiter', 'finance');
  const made: Company[] = [];
  for (let i = 0; i < companies; i += 1) made.push(await makeCompany());
  return { staff, companies: made };
}

async function makeCompany(): Promise<Company> {
  const merchant = await createMerchant();
  const owned = { accountId: merchant.owner.accountId, merchantId: merchant.merchantId };
  const file = async (purpose: string, kind: string) =>
    (await makeFile(owned, { purpose, kind, name: `${purpose}.${kind}` })).id;
  const sold = await makeSold(merchant, PRICE);
  const [product] = await getDatabase()
    .select()
    .from(products)
    .where(eq(products.id, sold.productId));
  const content: ProductContent = {
    ...(product?.content as ProductContent),
    requirementTemplateFileId: await file('requirementTemplate', 'docx'),
    deliveryTemplateFileId: await file('deliveryTemplate', 'docx'),
  };
  await getDatabase().update(products).set({ content }).where(eq(products.id, sold.productId));
  const buyer = await createBuyer();
  await fund(buyer, PRICE * 100_000n);
  const requirement = await makeFile(buyer, {
    purpose: 'requirementAttachment',
    kind: 'docx',
    name: '需求.docx',
  });
  return {
    owner: merchant.owner,
    buyer,
    sold: {
      productId: sold.productId,
      skuId: sold.skuId,
      agreement: sold.agreement,
      price: String(PRICE),
    },
    files: {
      requirement: requirement.id,
      document: await file('deliveryProof', 'pdf'),
      picture: await file('deliveryScreenshot', 'png'),
      other: await file('deliveryScreenshot', 'png'),
      third: await file('deliveryScreenshot', 'png'),
    },
  };
}
