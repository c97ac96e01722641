import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { signInAs } from '../support/sign-in';

test('a new version of the cooperation agreement is announced, and the owner signs it', async ({
  page,
  context,
}) => {
  await signInAs(context, 'admin@guildhall.example');
  await page.goto('/ops/agreements/new?kind=cooperation');
  await expectAccessible(page);
  await page.getByRole('button', { name: '新增版本' }).click();
  await expect(page.getByText('请填写此项。')).toHaveCount(2);
  await page.locator('[name="summary.zh-CN"]').fill('调整售后答复时限');
  await page.locator('[name="summary.en"]').fill('Changes the time to answer');
  await page.locator('[name="body.zh-CN"]').fill('## 一、售后\n\n答复时限改为十二小时。');
  await expect(page.getByRole('heading', { name: '一、售后' })).toBeVisible();
  await page.getByRole('button', { name: '新增版本' }).click();
  await page.waitForURL(/agreements\/ag_/);
  await expect(page.getByText('调整售后答复时限')).toBeVisible();

  await signInAs(context, 'owner@yunfan.example');
  await page.goto('/merchant');
  await page.getByRole('link', { name: '去签署' }).click();
  await expect(page.getByText('答复时限改为十二小时。')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '签署' }).click();
  await expect(page.getByText('请阅读协议并勾选同意。')).toBeVisible();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '签署' }).click();
  await expect(page.getByRole('button', { name: '签署' })).toHaveCount(0);
  await page.getByRole('link', { name: '通用商品商家合作协议' }).first().click();
  await expect(page.getByText('答复时限改为十二小时。')).toBeVisible();
});
