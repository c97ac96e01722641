import { expect, type Page, test } from '@playwright/test';
import { makePdf } from '@/lib/files/samples/pdf';
import { expectAccessible } from '../support/accessible';
import { field } from '../support/company';
import { openShop } from '../support/shop';
import { signInAs } from '../support/sign-in';

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Presses a button and fills the dialog that it opens. */
async function decide(page: Page, verb: string, values: Record<string, string>): Promise<void> {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    await page.getByRole('button', { name: verb, exact: true }).first().click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  for (const [name, value] of Object.entries(values))
    await dialog.locator(`[name="${name}"]`).fill(value);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('a violation is recorded, answered, upheld and announced', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  const shop = await openShop(88_000n);
  const desks = await browser.newContext({ locale: 'zh-CN' });
  const desk = await desks.newPage();
  await signInAs(desks, 'admin@guildhall.example');
  await desk.goto(`/ops/violations/new?merchantId=${shop.merchantId}&behaviour=doctoredAcceptance`);
  await expectAccessible(desk);
  await field(desk, 'productId').selectOption(shop.productId);
  await field(desk, 'productAction').selectOption('freeze');
  await expect(field(desk, 'merchantAction')).toHaveValue('yellowList');
  await expect(field(desk, 'until')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await field(desk, 'reason').fill('订单的验收图片经过修改，与客户提供的截图不符。');
  const evidence = desk.locator('[data-field="evidenceFileIds[]"]');
  await evidence.locator('input[type=file]').setInputFiles({
    name: '比对记录.pdf',
    mimeType: 'application/pdf',
    buffer: await makePdf('比对记录', [shop.merchantId]),
  });
  await expect(evidence.getByRole('link', { name: '比对记录.pdf' })).toBeVisible();
  await desk.getByRole('button', { name: '记录违规' }).click();
  await desk.waitForURL(/violations\/vi_\w+$/);
  const violation = desk.url();
  await expectAccessible(desk);

  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant');
  await expect(page.getByText('黄名单').first()).toBeVisible();
  await page.goto('/merchant/standing');
  await expect(page.getByText('10 / 50')).toBeVisible();
  await expectAccessible(page);
  await page.locator('tbody a').first().click();
  await expect(page.getByRole('link', { name: '比对记录.pdf' }).first()).toBeVisible();
  await field(page, 'answer').fill('图片由客户当场拍摄，未经修改。');
  await page.getByRole('button', { name: '提交申辩' }).click();
  await expect(page.locator('.page-head').getByText('待运营复核')).toBeVisible();
  await expectAccessible(page);

  await desk.goto(violation);
  await expect(desk.getByText('图片由客户当场拍摄，未经修改。')).toBeVisible();
  await decide(desk, '维持原处理', { reply: '原始文件的拍摄信息与说法不符。' });
  await expect(desk.locator('.page-head').getByText('维持', { exact: true })).toBeVisible();
  await desk.getByRole('link', { name: '起草公告' }).click();
  await expect(field(desk, 'title.zh-CN')).toHaveValue(/处理公告/);
  await expectAccessible(desk);
  const title = `关于验收图片的处理公告 ${Date.now()}`;
  await field(desk, 'title.zh-CN').fill(title);
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.waitForURL(/announcements\/an_\w+$/);
  await decide(desk, '发布', {});
  await expect(desk.locator('.page-head').getByText('已发布')).toBeVisible();
  await expectAccessible(desk);

  const strangers = await browser.newContext({ locale: 'zh-CN' });
  const reader = await strangers.newPage();
  await reader.goto('/');
  await reader.locator('footer').getByRole('link', { name: '公告' }).click();
  await reader.getByRole('link', { name: title }).click();
  await expect(reader.getByText('验收图片经过修改', { exact: false }).first()).toBeVisible();
  await expectAccessible(reader);
  await strangers.close();
  await desks.close();
});

test('who is on the blacklist publishes nothing, who is expelled is gone', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(90_000);
  const shop = await openShop(66_000n);
  const desks = await browser.newContext({ locale: 'zh-CN' });
  const desk = await desks.newPage();
  await signInAs(desks, 'admin@guildhall.example');
  await desk.goto(`/ops/merchants/${shop.merchantId}`);
  await decide(desk, '列入黑名单', { until: inDays(60), reason: '伪造验收材料，证据见违规记录。' });
  await expect(desk.locator('#standing').getByText('黑名单').first()).toBeVisible();
  await expectAccessible(desk);

  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/products/publish');
  await expect(page.getByText('伪造验收材料', { exact: false })).toBeVisible();
  await expect(page.locator('main form[action] [name="class"]')).toHaveCount(0);
  await page.goto(`/merchant/vouchers/new?product=${shop.productId}`);
  await expect(page.getByText('伪造验收材料', { exact: false })).toBeVisible();
  await expect(page.locator('main form')).toHaveCount(0);
  await page.goto(`/products/${shop.productId}`);
  await expect(page.locator('h1')).toBeVisible();

  await desk.reload();
  await decide(desk, '清退', { reason: '多次伪造验收材料，终止合作。' });
  await expect(desk.locator('#standing').getByText('已清退').first()).toBeVisible();
  const gone = await page.goto(`/merchants/${shop.merchantId}`);
  expect(gone?.status()).toBe(404);
  await page.goto('/merchant');
  await expect(page.getByText('已清退').first()).toBeVisible();
  await expectAccessible(page);
  await desks.close();
});
