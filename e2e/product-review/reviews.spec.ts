import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { makePicture } from '@/lib/files/samples/pictures';
import { expectAccessible } from '../support/accessible';
import { completedDeal } from '../support/delivery';
import { openDecision } from '../support/review';
import { withoutUndoTime } from '../support/shop';
import { signInAs } from '../support/sign-in';

const REVIEWER = 'reviewer@guildhall.example';

let giveBack: () => Promise<void>;
test.beforeAll(async () => {
  giveBack = await withoutUndoTime();
});
test.afterAll(() => giveBack());

/** Chooses so many stars in each score. */
async function score(page: Page, quality: number, service: number, delivery: number) {
  for (const [name, stars] of Object.entries({ quality, service, delivery }))
    await page.locator(`label:has([name=${name}][value="${stars}"])`).click();
}

/** Writes a review of the one purchase that waits for it; answers the review's id. */
async function write(page: Page, text: string): Promise<string> {
  await page.goto('/buyer/reviews/waiting');
  await page.locator('tbody a').first().click();
  await page.waitForURL(/reviews\/write\//);
  await page.getByLabel('评价内容').fill(text);
  return page.url();
}
async function sent(page: Page): Promise<string> {
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.waitForURL(/\/buyer\/reviews\/pv_\w+$/);
  return page.url().split('/').at(-1) ?? '';
}

/** Lets a review pass at the reviewer's desk. */
async function pass(page: Page, context: BrowserContext, id: string) {
  await signInAs(context, REVIEWER);
  await page.goto(`/ops/product-reviews/${id}`);
  const dialog = await openDecision(page, 'a');
  await dialog.locator('[type=submit]').click();
  await expect(page.locator('.page-head .badge')).not.toHaveText('审核中');
}

test('a good review is read, stands on the product page with its picture, and is answered', async ({
  page,
  context,
}) => {
  const { productId, buyerEmail, ownerEmail } = await completedDeal({ price: 120_000n });
  await signInAs(context, buyerEmail);
  await page.goto('/buyer/services');
  await expect(page.getByRole('link', { name: '评价', exact: true })).toBeVisible();
  const text = `割接顺利，文档齐全。${Date.now()}`;
  await write(page, text);

  // Without stars each score says so itself; what was written stays.
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByText('请选择一至五星。')).toHaveCount(3);
  await score(page, 5, 4, 5);
  await page.getByLabel('专业可靠').check();
  await page.locator('input[type=file]').setInputFiles({
    name: '现场.png',
    mimeType: 'image/png',
    buffer: await makePicture({ width: 800, height: 600, format: 'png', hue: 120 }),
  });
  await expect(page.getByText('现场.png').first()).toBeVisible();
  await expect(page.locator('[data-uploading]')).toHaveCount(0);
  await expectAccessible(page);
  const id = await sent(page);
  await expect(page.locator('.page-head .badge')).toHaveText(/审核中/);

  await page.goto(`/products/${productId}`);
  await expect(page.locator('#reviews')).toContainText('暂无评价');
  await expect(page.locator('script[type="application/ld+json"]')).not.toContainText(
    'aggregateRating',
  );

  await pass(page, context, id);
  await page.goto(`/products/${productId}`);
  const shown = page.locator('#reviews');
  await expect(shown).toContainText(text);
  await expect(shown.locator('.rating__mean')).toHaveText('4.7');
  const picture = shown.locator('.review__pictures img');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({
    aggregateRating: { ratingValue: 4.7, reviewCount: 1 },
  });
  await expectAccessible(page);

  await signInAs(context, ownerEmail);
  await page.goto('/merchant/reviews?state=published&answered=no');
  await page.locator('tbody a').first().click();
  await page.getByLabel('商家回复').fill('感谢信任，随时联系我们。');
  await page.getByRole('button', { name: '发布回复' }).click();
  await expect(page.getByText('回复已显示在商品页面。')).toBeVisible();
  await page.goto(`/products/${productId}`);
  await expect(shown).toContainText('感谢信任，随时联系我们。');
  await page.goto(`/products/${productId}/reviews?stars=5&pictures=yes`);
  await expect(page.locator('.reviews > li')).toHaveCount(1);
  await page.goto(`/products/${productId}/reviews?stars=1`);
  await expect(page.getByText('没有符合条件的评价')).toBeVisible();
});

test('a bad review is negotiated in messages, changed, read again and then published', async ({
  page,
  context,
}) => {
  const { productId, buyerEmail, ownerEmail } = await completedDeal({ price: 130_000n });
  await signInAs(context, buyerEmail);
  await write(page, '第一次交付缺少回退预案。');
  await score(page, 3, 1, 2);
  const id = await sent(page);
  await pass(page, context, id);

  await signInAs(context, ownerEmail);
  await page.goto('/merchant/reviews?state=negotiating');
  await page.locator('tbody a').first().click();
  await expect(page.getByText('联系方式')).toBeVisible();
  await expect(page.getByText(buyerEmail)).toBeVisible();
  await page.getByLabel('留言').fill('非常抱歉，我们补做一次巡检可以吗？');
  await page.getByRole('button', { name: '发送留言' }).click();
  await expect(page.locator('.talk')).toContainText('巡检');

  await signInAs(context, buyerEmail);
  await page.goto(`/buyer/reviews/${id}`);
  await expect(page.locator('.talk')).toContainText('巡检');
  await page.getByLabel('留言').fill('可以，谢谢。');
  await page.getByRole('button', { name: '发送留言' }).click();
  await expect(page.locator('.talk li')).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('link', { name: '修改评价' }).click();
  await page.waitForURL(/\/edit$/);
  await page.getByLabel('评价内容').fill('补救及时，态度诚恳。');
  await score(page, 4, 4, 3);
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.waitForURL(new RegExp(`/buyer/reviews/${id}$`));

  await pass(page, context, id);
  await page.goto(`/products/${productId}`);
  await expect(page.locator('#reviews')).toContainText('补救及时，态度诚恳。');
  await expect(page.locator('#reviews')).not.toContainText('回退预案');
});

test('operations hide a review for breach with the rule and the reason, and show it again', async ({
  page,
  context,
}) => {
  const { productId, buyerEmail } = await completedDeal({ price: 140_000n });
  await signInAs(context, buyerEmail);
  await write(page, '加微信另有优惠。');
  await score(page, 5, 5, 5);
  const id = await sent(page);
  await pass(page, context, id);
  await page.goto(`/ops/product-reviews/${id}`);
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    await page.getByRole('button', { name: '隐藏' }).click({ timeout: 1000 });
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  await dialog.getByLabel('违反的规则').selectOption('PR-2');
  await dialog.getByLabel('原因').fill('引导到平台之外交易');
  await dialog.getByRole('button', { name: '隐藏' }).click();
  await expect(page.locator('.page-head .badge')).toHaveText(/已隐藏/);
  await page.goto(`/products/${productId}`);
  await expect(page.locator('#reviews')).toContainText('暂无评价');

  await signInAs(context, buyerEmail);
  await page.goto(`/buyer/reviews/${id}`);
  await expect(page.getByText('引导到平台之外交易').first()).toBeVisible();
  await expect(page.getByText('规则 PR-2')).toBeVisible();

  await signInAs(context, REVIEWER);
  await page.goto(`/ops/product-reviews/${id}`);
  await expect(async () => {
    await page.getByRole('button', { name: '恢复显示' }).click({ timeout: 1000 });
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  await dialog.getByRole('button', { name: '恢复显示' }).click();
  await expect(page.locator('.page-head .badge')).toHaveText(/已发布/);
  await page.goto(`/products/${productId}`);
  await expect(page.locator('#reviews')).toContainText('加微信另有优惠。');
});
