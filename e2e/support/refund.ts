import { type BrowserContext, expect, type Page } from '@playwright/test';
import { makePdf } from '@/lib/files/samples/pdf';
import { upload } from './delivery';
import { signInAs } from './sign-in';

/** Opens the form for a refund of an order from the order's own page, as soon as its delivery has begun. */
export async function openRefundForm(
  page: Page,
  context: BrowserContext,
  { orderId, buyerEmail }: { orderId: string; buyerEmail: string },
): Promise<void> {
  await signInAs(context, buyerEmail);
  await expect(async () => {
    await page.goto(`/buyer/orders/${orderId}`);
    await expect(page.getByRole('link', { name: '申请退订' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: '申请退订' }).click();
  await page.waitForURL(/refund$/);
}

/** Fills in a request and sends it; the question before says it back. */
export async function requestRefund(
  page: Page,
  { amount, reason, share = false }: { amount?: string; reason: string; share?: boolean },
): Promise<void> {
  if (amount) await page.getByLabel('退款金额').fill(amount);
  await page.getByLabel('退订原因').selectOption({ label: reason });
  if (share) await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '申请退订' }).click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByText(reason)).toBeVisible();
  await expect(dialog.getByText(share ? '提供' : '不提供', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: '申请退订' }).click();
  await page.waitForURL(/refunds\/rf_\w+$/);
}

/** Opens the newest request of the merchant's list. */
export async function openRequest(
  page: Page,
  context: BrowserContext,
  ownerEmail: string,
): Promise<void> {
  await signInAs(context, ownerEmail);
  await page.goto('/merchant/refunds?state=awaitingMerchant');
  await page.locator('tbody a').first().click();
  await page.waitForURL(/refunds\/rf_\w+$/);
}

/** Hands in one proof of a decision. */
export async function addProof(page: Page, label: string, name: string): Promise<void> {
  await upload(page, label).setInputFiles({
    name,
    mimeType: 'application/pdf',
    buffer: await makePdf(label, [name, String(Date.now())]),
  });
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.locator('[data-uploading]')).toHaveCount(0);
}
