import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { handIn, makePaidOrder } from '@/db/factories/supervision';
import { makePdf } from '@/lib/files/samples/pdf';
import { openSupervision } from '@/lib/workflows/supervision/commands';
import { getSupervisionOfOrder } from '@/lib/workflows/supervision/queries';
import { upload } from './delivery';
import { signInAs } from './sign-in';

export interface Delivered {
  orderId: string;
  recordId: string;
  buyerId: string;
  buyerEmail: string;
  ownerEmail: string;
  merchantId: string;
}

/** A delivered order that waits for its acceptance, between people of its own. Prices are fen. */
export async function delivered(price: bigint): Promise<Delivered> {
  const paid = await makePaidOrder({ price });
  await openSupervision(paid.orderId);
  const record = await getSupervisionOfOrder(paid.buyer, paid.orderId);
  if (!record) throw new Error('the record did not open');
  await handIn({ ...paid, id: record.id });
  await closeDatabase();
  return {
    orderId: paid.orderId,
    recordId: record.id,
    buyerId: paid.buyer.accountId,
    buyerEmail: `${paid.buyer.accountId}@example.test`,
    ownerEmail: `${paid.owner.accountId}@example.test`,
    merchantId: paid.owner.merchantId,
  };
}

/** Goes to a page as somebody. */
export async function goAs(
  page: Page,
  context: BrowserContext,
  email: string,
  path: string,
): Promise<void> {
  await signInAs(context, email);
  await page.goto(path);
}

/** Hands a freshly made PDF in and waits until it has arrived. */
export async function handInPdf(page: Page, field: string, name: string): Promise<void> {
  await upload(page, field).setInputFiles({
    name,
    mimeType: 'application/pdf',
    buffer: await makePdf(name, [String(Date.now())]),
  });
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.locator('[data-uploading]')).toHaveCount(0);
}

/** Opens the question behind a button of the arbiter's desk, as soon as the page listens. */
export async function openQuestion(page: Page, verb: string): Promise<Locator> {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    if (!(await dialog.isVisible()))
      await page.getByRole('button', { name: verb, exact: true }).click({ timeout: 1000 });
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  return dialog;
}
