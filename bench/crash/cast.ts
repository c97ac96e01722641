import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { type InvoiceBuyer, makeInvoiceBuyer, makeInvoicingMerchant } from '@/db/factories/invoice';
import { fund, makeFile, makeSold } from '@/db/factories/order';
import { setRule } from '@/db/factories/product-review';
import { products } from '@/db/schema';
import type { ProductContent } from '@/db/schema/product';
import type { Actor, Member } from '@/lib/auth/actor';
import { createOperator } from '@/lib/testing/actors';

/** Who acts in a crash run, as plain data that goes from process to process. */
export interface Cast {
  staff: Actor & { kind: 'operator' };
  companies: Company[];
}

/** A merchant with a product, and a customer with money. Lanes of several drivers play one company. */
export interface Company extends InvoiceBuyer {
  owner: Member;
  sold: { productId: string; skuId: string; agreement: string; price: string };
  /** Files that are handed in again and again; others are uploaded on the way. */
  files: Record<'requirement' | 'document' | 'picture' | 'other' | 'third', string>;
}

const PRICE = 9900n;

/** Makes the people of a run; nothing of it is under test. */
export async function makeCast(companies: number): Promise<Cast> {
  const staff = await createOperator('admin', 'reviewer', 'arbiter', 'finance');
  // A day's allowances are not meant for a customer that lives a year in ten minutes, nor is the time to undo.
  await setRule('files.accountDailyFiles', 100_000);
  await setRule('files.merchantDailyFiles', 100_000);
  await setRule('limit.voucherCode', { limit: 100_000, seconds: 900 });
  await setRule('review.undoSeconds', 1);
  const made: Company[] = [];
  for (let i = 0; i < companies; i += 1) made.push(await makeCompany());
  return { staff, companies: made };
}

async function makeCompany(): Promise<Company> {
  const merchant = await makeInvoicingMerchant();
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
  const customer = await makeInvoiceBuyer();
  await fund(customer.buyer, PRICE * 100_000n);
  const requirement = await makeFile(customer.buyer, {
    purpose: 'requirementAttachment',
    kind: 'docx',
    name: '需求.docx',
  });
  return {
    ...customer,
    owner: merchant.owner,
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
