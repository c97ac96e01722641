import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { delivered, goAs } from '../support/appeal';

const ADMIN = 'admin@guildhall.example';
const GROUNDS = '/ops/settings/appeal.grounds';

test('an operator adds a ground for appeals as a row, and the customer finds it on the form', async ({
  page,
  context,
}) => {
  const made = await delivered(300_000n);
  const code = `rule${Date.now()}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  await goAs(page, context, ADMIN, GROUNDS);
  await expectAccessible(page);
  const rows = page.locator('[data-row]');
  const before = await rows.count();

  // By keyboard alone: the button adds a row, the cursor stands in its first cell.
  await expect(async () => {
    if ((await rows.count()) === before) {
      await page.getByRole('button', { name: '添加一行' }).focus();
      await page.keyboard.press('Enter');
    }
    await expect(rows).toHaveCount(before + 1, { timeout: 1000 });
  }).toPass();
  const row = rows.last();
  await expect(row.getByLabel('编码')).toBeFocused();
  await page.keyboard.type('late start');
  await row.getByLabel('发起方').selectOption({ label: '客户' });
  await row.getByLabel('交付凭证至少（份）').fill('11');
  await page.locator('input[name="note"]').first().fill('试行新事由');
  await page.getByRole('button', { name: '提交修改' }).first().click();

  // What is wrong is said at its own cell, and nothing that was typed is lost.
  await expect(row.getByText('请以字母开头，只使用字母、数字，不含空格。')).toBeVisible();
  await expect(row.getByText('系统未收录该编码，请填写名称。')).toBeVisible();
  await expect(row.getByText('不能大于 10。')).toBeVisible();
  await expect(row.getByLabel('编码')).toHaveValue('late start');
  await row.getByLabel('编码').fill(code);
  await row.getByLabel('交付凭证至少（份）').fill('0');
  await row.getByLabel('名称（中文）').fill(`迟迟未开始 ${code}`);
  await row.getByLabel('名称（英文）').fill(`Does not begin ${code}`);

  // The row moves up by keyboard, and the button under the cursor stays the same.
  await row.getByRole('button', { name: /^上移/ }).focus();
  await page.keyboard.press('Enter');
  await expect(rows.nth(before - 1).getByRole('button', { name: /^上移/ })).toBeFocused();
  await page.getByRole('button', { name: '提交修改' }).first().click();
  await expect(page.getByText(`新增“${code} · 客户”`)).toBeVisible();

  await goAs(page, context, made.buyerEmail, `/buyer/supervision/${made.recordId}/appeal`);
  await expect(page.getByRole('radio', { name: new RegExp(`迟迟未开始 ${code}`) })).toBeVisible();

  // And it goes again: other journeys find the grounds as they were.
  await goAs(page, context, ADMIN, GROUNDS);
  await expect(async () => {
    if ((await rows.count()) > before)
      await page.getByRole('button', { name: `删除第 ${before} 行`, exact: true }).click();
    await expect(rows).toHaveCount(before, { timeout: 1000 });
  }).toPass();
  await page.locator('input[name="note"]').first().fill('试行结束');
  await page.getByRole('button', { name: '提交修改' }).first().click();
  await expect(page.getByText(`删除“${code} · 客户”`)).toBeVisible();
});

test('a rule table is changed without script, cell by cell', async ({ browser, context, page }) => {
  await goAs(page, context, ADMIN, GROUNDS);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    storageState: await context.storageState(),
  });
  const bare = await plain.newPage();
  await bare.goto('/ops/settings/question.answerHours');
  await bare.locator('input[name="cells"]').fill('many');
  await bare.locator('input[name="note"]').first().fill('没有脚本');
  await bare.getByRole('button', { name: '提交修改' }).first().click();
  await expect(bare.getByText('请填写数字。')).toBeVisible();
  await expect(bare.locator('input[name="cells"]')).toHaveValue('many');
  await bare.goto('/ops/settings/refund.returns');
  await expect(bare.getByText('浏览器未启用脚本')).toBeVisible();
  await expect(bare.getByRole('button', { name: '添加一行' })).toBeHidden();
  await bare.locator('select[name="cells.0.cashCoupon"]').selectOption('');
  await bare.locator('input[name="note"]').first().fill('没有脚本');
  await bare.getByRole('button', { name: '提交修改' }).first().click();
  await expect(bare.locator('[data-row="0"]').getByText('请从选项中选择。')).toBeVisible();
  await plain.close();
});
