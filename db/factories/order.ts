import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { bank, buyerBalance, type Fen, post } from '@/lib/money/ledger';
import { getDatabase } from '../client';
import { accounts, files, products, skus, topUps } from '../schema';
import { type MadeProduct, makeProduct, plainContent } from './product';

/** A file's row without bytes: for tests of what refers to files. */
export async function makeFile(
  owner: { accountId: string; merchantId?: string },
  values: Partial<typeof files.$inferInsert> = {},
): Promise<{ id: string; sha256: string }> {
  const id = newId('file');
  const sha256 = createHash('sha256').update(id).digest('hex');
  const now = new Date();
  const [row] = await getDatabase()
    .insert(files)
    .values({
      id,
      state: 'uploaded',
      sha256,
      size: 1024,
      name: '服务协议.pdf',
      kind: 'pdf',
      mediaType: 'application/pdf',
      purpose: 'serviceAgreement',
      scan: 'notScanned',
      uploadedBy: owner.accountId,
      accountId: owner.merchantId ? null : owner.accountId,
      merchantId: owner.merchantId ?? null,
      createdAt: now,
      updatedAt: now,
      ...values,
    })
    .returning();
  return { id, sha256: row?.sha256 ?? sha256 };
}

/** A product on sale whose agreement is a file, at a price in fen. */
export async function makeSold(
  merchant: { merchantId: string; owner: { accountId: string } },
  price: Fen,
  values: Parameters<typeof makeProduct>[1] = {},
): Promise<MadeProduct & { agreement: string; price: Fen }> {
  const file = await makeFile({
    accountId: merchant.owner.accountId,
    merchantId: merchant.merchantId,
  });
  const made = await makeProduct(merchant.merchantId, {
    ...values,
    product: { content: { ...plainContent, agreementFileId: file.id }, ...values.product },
    sku: { price, quantity: null, billing: 'oneTime', ...values.sku },
  });
  return { ...made, agreement: file.sha256, price };
}

/** What the checkout form sends for a product. */
export const wanted = (
  sold: { skuId: string; agreement: string; price: Fen },
  values: Record<string, unknown> = {},
): Record<string, unknown> => ({
  requestKey: newId('view'),
  skuId: sold.skuId,
  quantity: '1',
  periods: '1',
  shownAmount: String(sold.price),
  shownAgreement: sold.agreement,
  agreed: 'on',
  ...values,
});

/** Credits a balance by a confirmed top-up, written directly. */
export async function fund(buyer: Actor & { kind: 'buyer' }, amount: Fen): Promise<void> {
  await withActor(system('factory'), async ({ tx, now }) => {
    const id = newId('topUp', now);
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, buyer.accountId));
    await tx.insert(topUps).values({
      id,
      state: 'confirmed',
      stateSince: now,
      createdAt: now,
      updatedAt: now,
      buyerId: buyer.accountId,
      buyerName: account?.name ?? '',
      method: 'transfer',
      amount,
      requestKey: id,
      settledAt: now,
    });
    await post(tx, {
      key: `topUp:${id}:confirmed`,
      memo: 'topUp',
      noun: 'topUp',
      subjectId: id,
      at: now,
      buyerId: buyer.accountId,
      postings: [
        { account: bank, amount: -amount },
        { account: buyerBalance(buyer.accountId), amount },
      ],
    });
  });
}

/** Changes the price of a SKU, as a modified product does. */
export async function reprice(skuId: string, price: Fen): Promise<void> {
  await getDatabase().update(skus).set({ price }).where(eq(skus.id, skuId));
}

/** Moves a product to another state, as its own events do. */
export async function setProductState(
  productId: string,
  state: (typeof products.$inferSelect)['state'],
): Promise<void> {
  await getDatabase().update(products).set({ state }).where(eq(products.id, productId));
}
