import { type BrowserContext, expect, test } from '@playwright/test';
import { makeDocx } from '@/lib/files/samples/office';
import { makePicture } from '@/lib/files/samples/pictures';
import { expectAccessible } from '../support/accessible';
import { signInAs } from '../support/sign-in';
import {
  completeDraft,
  expectSaved,
  fieldOf,
  handIn,
  newColleague,
  newPublisher,
  type Publisher,
  picture,
  requirementTemplate,
  upload,
} from '../support/wizard';

let merchant: Publisher;
let others: BrowserContext;

test.beforeAll(async ({ browser }) => {
  merchant = await newPublisher();
  others = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await signInAs(others, await newColleague(merchant));
});
test.afterAll(async () => others.close());

test('of two people on one draft the second is told what changed, and neither loses a word', async ({
  page,
  context,
}) => {
  const { edit } = await completeDraft(merchant, { summary: '原来的简介' });
  await signInAs(context, merchant.email);
  await page.goto(`${edit}?step=basic`);
  const second = await others.newPage();
  await second.goto(`${edit}?step=basic`);
  await second.getByRole('textbox', { name: '亮点 1' }).waitFor();

  await page.getByLabel('商品简介').fill('周敏写的简介');
  await page.getByRole('textbox', { name: '亮点 1' }).fill('周敏写的亮点');
  await expectSaved(page);

  await second.getByLabel('商品简介').fill('林晓写的简介');
  await second.getByRole('button', { name: '添加案例' }).click();
  await second.getByLabel('案例名称').fill('林晓写的案例');
  const told = second.getByRole('alert').filter({ hasText: '其他人刚刚修改了这份申请' });
  await expect(told.getByText(/保存草稿.*商品简介.*商品亮点/)).toBeVisible();
  const both = told.getByRole('region', { name: '商品简介' });
  await expect(both.getByText('林晓写的简介')).toBeVisible();
  await expect(both.getByText('周敏写的简介')).toBeVisible();
  await expectAccessible(second);
  // What only one of them touched is there without a question.
  await expect(second.getByRole('textbox', { name: '亮点 1' })).toHaveValue('周敏写的亮点');
  await expect(second.getByText('林晓写的案例').first()).toBeVisible();
  // The choice can wait, over a refresh too.
  await expectSaved(second);
  await second.reload();
  await second.getByRole('button', { name: '用我的' }).click();
  await expect(second.getByLabel('商品简介')).toHaveValue('林晓写的简介');
  await expectSaved(second);
  await second.close();

  await page.reload();
  await expect(page.getByLabel('商品简介')).toHaveValue('林晓写的简介');
  await expect(page.getByText('林晓写的案例').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: '亮点 1' })).toHaveValue('周敏写的亮点');
});

test('who types while a colleague hands the draft in finds it under review, and the words when it comes back', async ({
  page,
  context,
}) => {
  const { id, edit } = await completeDraft(merchant);
  const detail = `/merchant/applications/${id}`;
  await signInAs(context, merchant.email);
  await page.goto(edit);
  const second = await others.newPage();
  await second.goto(`${edit}?step=preview`);
  await second.getByRole('button', { name: '提交审核' }).first().click();
  await second.locator('dialog[open]').getByRole('button', { name: '提交审核' }).click();
  await second.waitForURL(new RegExp(`${detail}$`));

  await page.getByLabel('商品版本').fill('V3.0');
  await page.waitForURL(new RegExp(`${detail}$`));
  await expect(page.getByRole('alert').getByText(/您编辑期间，申请被提交审核/)).toBeVisible();
  await second.getByRole('button', { name: '撤回申请' }).click();
  await second.locator('dialog[open]').getByRole('button', { name: '撤回申请' }).click();
  await expect(second.getByRole('link', { name: '继续填写' })).toBeVisible();
  await second.close();

  await page.goto(edit);
  const kept = page.getByRole('alert').filter({ hasText: '本机有未保存的内容' });
  await kept.getByRole('button', { name: '用我的' }).click();
  await expect(page.getByLabel('商品版本')).toHaveValue('V3.0');
  await expectSaved(page);
});

test('a hostile file is refused with its reason, and what was there before stays', async ({
  page,
  context,
}) => {
  const { id, edit } = await completeDraft(merchant, { pictureFileIds: [] });
  await signInAs(context, merchant.email);
  await page.goto(`${edit}?step=basic`);
  await page.getByLabel('商品简介').fill('把数据库平滑迁移到云上。');
  await handIn(page, 'pictureFileIds', await picture('主图.png', 'png'));
  const whole = await makePicture({ width: 800, height: 600, format: 'png', letters: 'B' });
  const pictures = fieldOf(page, 'pictureFileIds');
  const refused = (box: typeof pictures) => box.locator('.upload__item[data-state="refused"]');
  await pictures
    .locator('input[type=file]')
    .setInputFiles(upload('截断的主图.png', whole.subarray(0, whole.length / 2)));
  await expect(refused(pictures)).toContainText('截断的主图.png');
  await expect(refused(pictures).locator('.upload__wrong')).toHaveText(/损坏|不完整|无法/);
  await expect(pictures.getByText('主图.png', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto(edit);
  await handIn(page, 'requirementTemplateFileId', await requirementTemplate());
  const template = fieldOf(page, 'requirementTemplateFileId');
  const inDisguise = upload('需求模板.xlsx', await makeDocx('伪装', ['不是表格']));
  await template.locator('input[type=file]').setInputFiles(inDisguise);
  await expect(refused(template).locator('.upload__wrong')).toHaveText(/扩展名|不符|类型/);
  await expect(template.getByText('需求模板 2026版.xlsx')).toBeVisible();
  await expectSaved(page);

  await page.goto(`/merchant/applications/${id}`);
  for (const name of ['主图.png', '需求模板 2026版.xlsx']) {
    await expect(page.getByText(name).first()).toBeVisible();
  }
  for (const name of ['截断的主图.png', '需求模板.xlsx']) {
    await expect(page.getByText(name, { exact: true })).toHaveCount(0);
  }
  await expect(page.getByText('把数据库平滑迁移到云上。')).toBeVisible();
});

test('a draft is deleted from its form, and is gone from the draft box', async ({
  page,
  context,
}) => {
  const name = `待删除的服务${Date.now().toString(36)}`;
  const { id, edit } = await completeDraft(merchant, { name });
  await signInAs(context, merchant.email);
  await page.goto('/merchant/products/publish');
  await page.getByRole('link', { name }).click();
  await page.waitForURL(new RegExp(edit));
  await page.getByRole('button', { name: '删除', exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByText(/无法恢复/)).toBeVisible();
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await page.waitForURL(/\/merchant\/applications$/);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  expect((await page.goto(`/merchant/applications/${id}`))?.status()).toBe(404);
});
