import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { openShop } from '../support/shop';
import { signInAs } from '../support/sign-in';

const ADMIN = 'admin@guildhall.example';

test('a category is added in two languages, and one in use cannot be removed', async ({
  page,
  context,
}) => {
  await openShop(880_000n);
  await signInAs(context, ADMIN);
  await page.goto('/ops/catalogue');
  await expectAccessible(page);
  const serial = Date.now();
  await page.getByRole('button', { name: '新增一级分类' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('中文名称').fill(`行业咨询${serial}`);
  await dialog.getByRole('button', { name: '新增一级分类' }).click();
  await expect(dialog.getByText('请填写此项。').first()).toBeVisible();
  await dialog.getByLabel('英文名称').fill(`Consulting ${serial}`);
  await dialog.getByRole('button', { name: '新增一级分类' }).click();
  await expect(page.getByRole('heading', { name: `行业咨询${serial}` })).toBeVisible();

  await page.goto('/ops/catalogue/ct_data-migration');
  await expect(page.getByRole('button', { name: '停用' })).toBeVisible();
  await expect(page.getByRole('button', { name: '删除' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a new review rule is tried on what is listed before it holds', async ({ page, context }) => {
  await openShop(880_000n);
  await signInAs(context, ADMIN);
  await page.goto('/ops/review-rules/new');
  await page.getByLabel('中文内容').fill('简介不得提及竞品');
  await page.getByLabel('英文内容').fill('No competitors in names');
  await page.getByRole('button', { name: '保存为停用' }).click();
  await expect(page.getByText('请至少填写一个禁用词。').first()).toBeVisible();
  await page.getByLabel('禁用词').fill('迁移\n搬家');
  await page.getByRole('button', { name: '保存为停用' }).click();
  await page.waitForURL(/review-rules\/OP-\d+$/);
  await expect(page.getByText('已停用').first()).toBeVisible();
  await expect(page.getByText(/不符合此规则/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '启用规则' }).click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByText(/它们继续销售/)).toBeVisible();
  await dialog.getByRole('button', { name: '启用规则' }).click();
  await expect(page.getByRole('button', { name: '停用规则' })).toBeVisible();
  await page.getByRole('button', { name: '停用规则' }).click();
  await dialog.getByRole('button', { name: '停用规则' }).click();
  await expect(page.getByRole('button', { name: '启用规则' })).toBeVisible();
});

test('operations freeze a product with a reason and lift the freeze again', async ({
  page,
  context,
}) => {
  const shop = await openShop(880_000n);
  await signInAs(context, 'reviewer@guildhall.example');
  await page.goto(`/ops/products?merchantId=${shop.merchantId}`);
  await expectAccessible(page);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '冻结交易' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('冻结原因').fill('短');
  await dialog.getByRole('button', { name: '冻结交易' }).click();
  await expect(dialog.getByText('至少 5 个字符。').first()).toBeVisible();
  await dialog.getByLabel('冻结原因').fill('客户投诉未按期交付，整改中。');
  await dialog.getByRole('button', { name: '冻结交易' }).click();
  await expect(page.getByText('交易冻结').first()).toBeVisible();
  await expect(page.getByText('客户投诉未按期交付，整改中。').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '解除冻结' }).click();
  await dialog.getByLabel('解除说明').fill('整改完成，恢复销售。');
  await dialog.getByRole('button', { name: '解除冻结' }).click();
  await expect(page.getByText('在销售').first()).toBeVisible();
});
