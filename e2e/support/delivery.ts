import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { makeCompleted, makePaidOrder } from '@/db/factories/supervision';
import { makeDocx } from '@/lib/files/samples/office';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { signInAs } from './sign-in';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface Deal {
  orderId: string;
  buyerId: string;
  buyerEmail: string;
  ownerEmail: string;
  merchantId: string;
}

/** A paid order between people of its own; the site's own worker opens its record. */
export async function deal(options: Parameters<typeof makePaidOrder>[0]): Promise<Deal> {
  const paid = await makePaidOrder(options);
  await closeDatabase();
  const email = (id: string) => `${id}@example.test`;
  return {
    orderId: paid.orderId,
    buyerId: paid.buyer.accountId,
    buyerEmail: email(paid.buyer.accountId),
    ownerEmail: email(paid.owner.accountId),
    merchantId: paid.owner.merchantId,
  };
}

/** Opens the one record of this person's list, as soon as the worker has opened it. */
export async function openRecord(
  page: Page,
  context: BrowserContext,
  email: string,
  portal: 'buyer' | 'merchant',
): Promise<void> {
  await signInAs(context, email);
  await expect(async () => {
    await page.goto(`/${portal}/supervision`);
    await expect(page.locator('tbody tr')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.locator('tbody a').first().click();
  await page.waitForURL(/supervision\/sv_\w+$/);
}

/** The file input of an upload field. */
export const upload = (page: Page, label: string) =>
  page.locator('fieldset', { hasText: label }).locator('input[type=file]');

const arrived = async (page: Page, name: string) => {
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.locator('[data-uploading]')).toHaveCount(0);
};

/** Writes a requirement and hands its document in; sends nothing yet. */
export async function fillRequirement(page: Page, text: string, name: string): Promise<void> {
  await page.getByLabel('需求说明').fill(text);
  await upload(page, '需求附件').setInputFiles({
    name,
    mimeType: DOCX,
    buffer: await makeDocx('需求', [text, String(Date.now())]),
  });
  await arrived(page, name);
}

/** Uploads the proofs of a delivery, with so many screenshots; sends nothing yet. */
export async function fillDelivery(page: Page, round: number, screenshots = 1): Promise<void> {
  const text = `第 ${round} 次交付 ${Date.now()}`;
  await upload(page, '需求文档（SOW）').setInputFiles({
    name: `工作说明书-${round}.docx`,
    mimeType: DOCX,
    buffer: await makeDocx('工作说明书', [text]),
  });
  await upload(page, '验收文档').setInputFiles({
    name: `验收文档-${round}.pdf`,
    mimeType: 'application/pdf',
    buffer: await makePdf('验收文档', [text]),
  });
  await addScreenshots(page, round, screenshots);
}

/** Uploads screenshots of a delivery. */
export async function addScreenshots(page: Page, round: number, count: number): Promise<void> {
  const pictures = Array.from({ length: count }, async (_, at) => ({
    name: `核对截图-${round}-${at + 1}.png`,
    mimeType: 'image/png',
    buffer: await makePicture({ width: 640, height: 360, format: 'png', hue: round * 40 + at }),
  }));
  await upload(page, '交付截图').setInputFiles(await Promise.all(pictures));
  await arrived(page, `核对截图-${round}-${count}.png`);
}

/** Opens the question behind a button, as soon as the page listens. */
async function openDialog(page: Page, verb: string): Promise<Locator> {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    if (!(await dialog.isVisible())) {
      await page.getByRole('button', { name: verb }).click({ timeout: 1000 });
    }
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  return dialog;
}

/** Sends a form that asks once more; the question says what happens to the money. */
export async function confirmSending(page: Page, verb: string): Promise<void> {
  const dialog = await openDialog(page, verb);
  await expect(dialog.getByText('款项')).toBeVisible();
  await dialog.getByRole('button', { name: verb }).click();
}

/** Decides in a dialog, with a reason where one is asked for. */
export async function decide(page: Page, verb: string, reason?: string): Promise<void> {
  const dialog = await openDialog(page, verb);
  if (reason) await dialog.getByLabel('原因').fill(reason);
  await dialog.getByRole('button', { name: verb }).click();
}

/** Expects the log to tell each of these steps. */
export async function expectLog(page: Page, steps: readonly string[]): Promise<void> {
  const log = page.locator('.timeline');
  for (const step of steps) {
    await expect(log.getByText(step, { exact: true }).first()).toBeVisible();
  }
}

/** A purchase that was delivered and accepted, between people of its own. */
export async function completedDeal(options: Parameters<typeof makePaidOrder>[0]) {
  const done = await makeCompleted(options);
  await closeDatabase();
  const email = (id: string) => `${id}@example.test`;
  return {
    ...done,
    buyerEmail: email(done.buyer.accountId),
    ownerEmail: email(done.owner.accountId),
  };
}
