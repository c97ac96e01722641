import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { field, newMerchant } from '../support/company';
import { mailTo } from '../support/mail';
import { openDecision } from '../support/review';
import { withoutUndoTime } from '../support/shop';
import { signInAs } from '../support/sign-in';

let giveUndoBack: () => Promise<void>;
test.beforeAll(async () => {
  giveUndoBack = await withoutUndoTime();
});
test.afterAll(async () => giveUndoBack());

test('what customers see changes only when the edit is approved', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  const mailbox = `help-${Date.now()}@journey.example`;
  const { email, name } = await newMerchant();
  await signInAs(context, email);
  await page.goto('/merchant/information');
  await expectAccessible(page);
  await page.getByRole('button', { name: '修改商家信息' }).click();
  await page.waitForURL(/information\/edit/);
  await page.getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByText('没有需要审核的修改', { exact: false })).toBeVisible();
  await field(page, 'serviceEmail').fill(mailbox);
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByText('审核修改内容', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(mailbox)).toBeVisible();
  await page.goto('/merchant/information');
  await expect(page.getByText('service@lanhai.example').first()).toBeVisible();

  const reviewing = await browser.newContext({ locale: 'zh-CN' });
  await signInAs(reviewing, 'reviewer@guildhall.example');
  const desk = await reviewing.newPage();
  await desk.goto('/ops/queue?noun=profileEdit');
  await desk.getByRole('link', { name }).click();
  await expect(desk.getByText(mailbox).first()).toBeVisible();
  await expectAccessible(desk);
  await (await openDecision(desk, 'a')).getByRole('button', { name: '通过' }).click();
  await expect(desk.locator('.page-head').getByText('已通过')).toBeVisible();
  await reviewing.close();
  await mailTo(mailbox, /修改已通过/);

  await page.reload();
  await expect(page.getByText(mailbox).first()).toBeVisible();
});

test('an edit may be dropped, and nothing changes', async ({ page, context }) => {
  const { email } = await newMerchant();
  await signInAs(context, email);
  await page.goto('/merchant/information');
  await page.getByRole('button', { name: '修改商家信息' }).click();
  await page.waitForURL(/information\/edit/);
  await field(page, 'website').fill('https://elsewhere.example');
  await expect(page.locator('.autosave')).toHaveAttribute('data-kind', 'saved');
  await page.getByRole('button', { name: '放弃修改' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: '放弃修改' }).click();
  await page.waitForURL(/merchant\/information$/);
  await expect(page.getByText('https://elsewhere.example')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '修改商家信息' })).toBeVisible();
});
