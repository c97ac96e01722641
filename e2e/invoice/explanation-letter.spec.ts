import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { invoiceScene } from '../support/invoice';
import { mailTo } from '../support/mail';
import { signInAs } from '../support/sign-in';

test('a customer gets the explanation letter of an order, and whoever holds it can check it', async ({
  page,
  context,
}) => {
  const scene = await invoiceScene([{ price: 120_000n, taxRate: 600 }]);
  await signInAs(context, scene.buyerEmail);
  await page.goto(`/buyer/orders/${scene.orderIds[0]}`);
  await page.getByRole('button', { name: '申请开票说明函' }).click();
  await page.waitForURL(/letters\/lt_\w+$/);
  const download = page.getByRole('link', { name: '下载' });
  await expect(download).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const answer = await page.request.get((await download.getAttribute('href')) ?? '');
  const pdf = await answer.body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await mailTo(scene.buyerEmail, /^开票说明函已生成/)).toContain('见附件');

  // The number at the foot of the letter, read by somebody who is not signed in.
  await context.clearCookies();
  await page.goto(`/letters/${number}`);
  await expect(page.getByText('该函件由本平台出具')).toBeVisible();
  await expect(page.getByText('¥1,200.00')).toBeVisible();
  const digest = createHash('sha256').update(pdf).digest('hex');
  await expect(page.getByText(digest)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/letters/2222-3333-4444-5555');
  await expect(page.getByText('没有这个编号的函件')).toBeVisible();
});
