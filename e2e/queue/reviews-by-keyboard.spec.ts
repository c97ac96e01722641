import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { submitApplications } from '../support/applications';
import { withoutUndoTime } from '../support/shop';
import { signInAs } from '../support/sign-in';

const REVIEWER = 'reviewer@guildhall.example';
const COLLEAGUE = 'admin@guildhall.example';

const bar = (page: Page) => page.locator('.review-bar');
const dialog = (page: Page) => page.locator('dialog[open]');
/** Keys work once the page says which there are. */
const ready = (page: Page) => expect(page.locator('[aria-keyshortcuts]').first()).toBeVisible();

test('two reviewers work through the queue with the keyboard and never decide the same thing', async ({
  page,
  context,
  browser,
}) => {
  const prefix = `键盘审核${Date.now().toString(36)}`;
  const [first = '', second = ''] = await submitApplications([`${prefix}甲`, `${prefix}乙`]);
  await signInAs(context, REVIEWER);
  const colleagues = await browser.newContext();
  await signInAs(colleagues, COLLEAGUE);
  const colleague = await colleagues.newPage();
  await colleague.goto(`/ops/applications/${first}`);
  await expect(bar(colleague)).toContainText('尚未领取');

  await test.step('n leads from the queue to the most urgent application, c claims it', async () => {
    await page.goto(`/ops/queue?q=${prefix}`);
    await expectAccessible(page);
    await ready(page);
    await page.keyboard.press('n');
    await page.waitForURL(`**/ops/applications/${first}`);
    await expectAccessible(page);
    await page.keyboard.press('c');
    await expect(bar(page)).toContainText('您已领取');
  });

  await test.step('every specification shows the results of its own rules', async () => {
    const spec = (n: number) => page.locator(`[id="field-specs.${n}"]`);
    await expect(spec(0).getByText('DS-04')).toHaveCount(0);
    await expect(spec(1).locator('.checks__item--failed')).toContainText('13800138000');
    for (const n of [0, 1]) {
      await expect(spec(n).getByText('9 项检查通过')).toBeVisible();
      await expect(spec(n).getByText('SP-10')).toBeVisible();
    }
  });

  await test.step('a colleague on a page opened before is told who works on it', async () => {
    await ready(colleague);
    await colleague.keyboard.press('a');
    await colleague.keyboard.press('Control+Enter');
    await expect(dialog(colleague).getByText(/同事正在处理该申请，占用至 \d{4}/)).toBeVisible();
    await colleague.reload();
    await expect(bar(colleague)).toContainText('正在处理，占用至');
    await expect(bar(colleague).getByText('通过')).toHaveCount(0);
  });

  await test.step('r rejects with the broken rule cited, u takes it back', async () => {
    await page.keyboard.press('r');
    await expect(dialog(page).getByLabel('需修改的内容')).toBeFocused();
    await expect(dialog(page).getByLabel('需修改的内容')).toHaveValue('specs.1');
    await expect(dialog(page).getByLabel('依据的规则')).toHaveValue('DS-04');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await expect(bar(page)).toContainText('已驳回');
    await colleague.reload();
    await expect(bar(colleague)).toContainText('已驳回');
    await expect(bar(colleague).getByText('撤销')).toHaveCount(0);
    await page.keyboard.press('u');
    await expect(bar(page)).toContainText('您已领取');
  });

  const giveUndoBack = await withoutUndoTime();
  try {
    await test.step('n and p lead to the neighbours; what a colleague holds is passed over', async () => {
      await page.keyboard.press('n');
      await page.waitForURL(`**/ops/applications/${second}`);
      await colleague.goto(`/ops/applications/${second}`);
      await expect(bar(colleague).locator('[data-shortcut="p"]')).not.toHaveAttribute(
        'href',
        new RegExp(first),
      );
      await page.keyboard.press('p');
      await page.waitForURL(`**/ops/applications/${first}`);
    });

    await test.step('a reason without a rule is refused at its field', async () => {
      await page.keyboard.press('r');
      await dialog(page).getByLabel('依据的规则').selectOption('');
      await page.keyboard.press('Control+Enter');
      await expect(dialog(page).getByLabel('依据的规则')).toHaveAttribute('aria-invalid', 'true');
      await dialog(page).getByLabel('依据的规则').selectOption('SP-10');
      await dialog(page).getByLabel('原因').fill('多实例迁移请写明实例规格。');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('已驳回').first()).toBeVisible();
      await expect(page.getByText('多实例迁移请写明实例规格。').first()).toBeVisible();
      await expect(page.getByRole('link', { name: '规格 2' }).first()).toBeVisible();
    });

    await test.step('a approves, and the product is on sale at once', async () => {
      await page.goto(`/ops/applications/${second}`);
      await ready(page);
      await page.keyboard.press('a');
      await expect(dialog(page)).toContainText('商品立即上架销售');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('已通过').first()).toBeVisible();
      await page.getByRole('link', { name: '查看商品' }).click();
      await expect(page.getByText('在销售').first()).toBeVisible();
    });
  } finally {
    await giveUndoBack();
    await colleagues.close();
  }
});

test('the page that customers will see can be previewed before the decision', async ({
  page,
  context,
}) => {
  const name = `预览审核${Date.now().toString(36)}`;
  const [id = ''] = await submitApplications([name]);
  await signInAs(context, REVIEWER);
  await page.goto(`/ops/applications/${id}`);
  await page.getByRole('link', { name: '预览客户看到的页面' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('不停业务迁移')).toBeVisible();
  await expectAccessible(page);
});
