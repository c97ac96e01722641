import { expect, type Page, test } from '@playwright/test';
import { longDescription } from '@/db/factories/proposal';
import { textOfHtml } from '@/lib/workflows/product/html';
import { expectAccessible } from '../support/accessible';
import { signInAs } from '../support/sign-in';
import {
  agreement,
  deliveryTemplate,
  expectSaved,
  fieldOf,
  guide,
  handIn,
  logo,
  newPublisher,
  nextPage,
  type Publisher,
  picture,
  requirementTemplate,
  submit,
  undoTime,
} from '../support/wizard';

const REVIEWER = 'reviewer@guildhall.example';
const serial = Date.now().toString(36);
const NAME = `混合云迁移实施服务${serial}`;
let merchant: Publisher;
let applicationId = '';
let productId = '';
let giveUndoBack: () => Promise<void>;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async () => {
  merchant = await newPublisher();
  giveUndoBack = await undoTime(4);
});
test.afterAll(async () => giveUndoBack());

const application = () => `/merchant/applications/${applicationId}`;

/** Cites a rule for a field in the reviewer's dialog. */
async function cite(page: Page, line: number, field: string, rule: string, text: string) {
  const dialog = page.locator('dialog[open]');
  const at = (part: string) => dialog.locator(`[name="reasons.${line}.${part}"]`);
  await at('field').selectOption(field);
  await at('rule').selectOption(rule);
  await at('text').fill(text);
}

/** Opens a dialog of the reviewer's bar by its key, as soon as the page listens. */
async function decide(page: Page, key: 'a' | 'r') {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  return dialog;
}

/** Approves; takes it back once when asked to, and approves again. */
async function approve(page: Page, { undone = false } = {}) {
  await page.goto(`/ops/applications/${applicationId}`);
  for (const last of undone ? [false, true] : [true]) {
    const dialog = await decide(page, 'a');
    await dialog.getByRole('button', { name: '通过' }).click();
    const undo = page.getByRole('button', { name: /^撤销/ });
    await expect(undo).toBeVisible();
    if (last) break;
    await undo.click();
    await expect(undo).toHaveCount(0);
  }
}

/** Waits until the worker has let a decision take effect. */
const settled = (page: Page, path: string, word: string) =>
  expect(async () => {
    await page.goto(path);
    await expect(page.locator('main').getByText(word).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 40_000 });

test('a merchant fills the wizard with its own files and hands the product in', async ({
  page,
  context,
}) => {
  await signInAs(context, merchant.email);
  await page.goto('/merchant/products/publish');
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL(/applications\/pa_\w+\/edit/);
  applicationId = /pa_\w+/.exec(page.url())?.[0] ?? '';
  await expectAccessible(page);

  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByLabel('商品名称')).toBeFocused();
  await expect(fieldOf(page, 'name').getByText('请填写此项。')).toBeVisible();
  await page.getByLabel('商品名称').fill('免费迁移服务');
  await expect(fieldOf(page, 'name').getByText(/PN-04/)).toBeVisible();
  await page.getByLabel('商品名称').fill(NAME);
  await page.getByLabel('商品版本').fill('V2.1');
  await page.getByLabel('交付周期').fill('30');
  await handIn(page, 'logoFileId', await logo());
  await handIn(page, 'requirementTemplateFileId', await requirementTemplate());
  await handIn(page, 'deliveryTemplateFileId', await deliveryTemplate());
  await nextPage(page, 'basic');

  const pictures = [await picture('主图一.png', 'png'), await picture('主图二.jpg', 'jpg')];
  await handIn(page, 'pictureFileIds', ...pictures);
  await page.getByLabel('商品简介').fill('面向制造业的混合云迁移实施，含评估、割接与回退演练。');
  await page.locator('[contenteditable=true]').click();
  await page.keyboard.insertText(textOfHtml(longDescription));
  await page.getByRole('button', { name: '添加亮点' }).click();
  await page.getByRole('textbox', { name: '亮点 1' }).fill('割接窗口不超过两小时');
  await page.getByRole('button', { name: '添加案例' }).click();
  await page.getByLabel('案例名称').fill('某汽车零部件企业');
  await page.getByLabel('客户背景').fill('三地机房，四十余套业务系统。');
  await page.getByLabel('改善效果').fill('故障恢复时间从四小时降到十五分钟。');
  // Leaves in the middle of a word and comes back: nothing typed is lost, and saving goes on.
  await page.getByRole('link', { name: '我的申请' }).first().click();
  await expect(page.getByRole('link', { name: NAME })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('某汽车零部件企业').first()).toBeVisible();
  await page.getByRole('button', { name: '编辑' }).click();
  await page.getByLabel('案例名称').fill('某汽车零部件集团');
  await expectSaved(page);
  await expectAccessible(page);
  await nextPage(page, 'qualification');

  await handIn(page, 'agreementFileId', await agreement());
  await handIn(page, 'guideFileId', await guide());
  await fieldOf(page, 'supportGroupIds').getByRole('checkbox').first().check();
  for (const box of await fieldOf(page, 'selfChecks').getByRole('checkbox').all()) {
    await box.check();
  }
  await expectAccessible(page);
  await nextPage(page, 'business');

  await page.getByLabel('一级分类').selectOption({ label: '专业服务' });
  await page.getByLabel('二级分类').selectOption({ label: '数据迁移' });
  await page.getByRole('button', { name: '添加规格' }).click();
  await page.getByLabel('规格名称').fill('单系统迁移');
  await fieldOf(page, 'specs.0.skus.0.price').getByRole('textbox').fill('1280.5');
  await page.getByRole('button', { name: '添加规格' }).click();
  await page.getByLabel('规格名称').fill('迁移与驻场运维');
  await page.getByText('自定义模板').click();
  const billing = page.getByRole('group', { name: '计费方式' });
  await billing.getByLabel('包月').check();
  await billing.getByLabel('包年').check();
  await billing.getByLabel('一次性').uncheck();
  await page.getByLabel('添加属性').selectOption('serviceLevel');
  await page.getByLabel('属性值').fill('标准\n尊享');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(fieldOf(page, 'specs.1.skus').getByText('请重新生成 SKU').first()).toBeVisible();
  await page.getByRole('button', { name: /生成 SKU/ }).click();
  const prices = ['200', '400.50', '¥2,000', '4005'];
  for (const [i, price] of prices.entries()) {
    await fieldOf(page, `specs.1.skus.${i}.price`).getByRole('textbox').fill(price);
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: '预览' }).click();
  await page.waitForURL(/step=preview/);

  const shown = page.locator('section', {
    has: page.getByRole('heading', { name: '规格与价格', level: 2 }),
  });
  await expect(shown.getByText('¥1,280.50')).toBeVisible();
  await expect(shown.getByRole('row', { name: '尊享 · 包年 ¥4,005.00' })).toBeVisible();
  await expectAccessible(page);
  await submit(page);

  await page.getByRole('button', { name: '撤回申请' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: '撤回申请' }).click();
  await expect(page.getByRole('link', { name: '继续填写' })).toBeVisible();
  await page.goto(`${application()}/edit?step=preview`);
  await submit(page);
});

test('what a reviewer rejects is named field by field, mended and handed in again', async ({
  page,
  context,
}) => {
  await signInAs(context, REVIEWER);
  await page.goto(`/ops/applications/${applicationId}`);
  const dialog = await decide(page, 'r');
  await cite(page, 0, 'summary', 'SM-02', '简介未说明适用的源环境。');
  await dialog.getByRole('button', { name: '再加一项' }).click();
  await cite(page, 1, 'specs.1', 'SP-10', '驻场运维的价格明显偏低，请核对。');
  await dialog.getByRole('button', { name: '驳回' }).click();
  await expect(page.getByRole('button', { name: /^撤销/ })).toBeVisible();

  await signInAs(context, merchant.email);
  await settled(page, application(), '已驳回');
  await expect(page.getByText('驻场运维的价格明显偏低，请核对。')).toBeVisible();
  await expectAccessible(page);
  await page.locator('main a[href*="field=summary"]').click();
  await expect(page.getByLabel('商品简介')).toBeFocused();
  await expect(page.getByText('简介未说明适用的源环境。')).toBeVisible();
  await page.getByLabel('商品简介').fill('把自建机房的系统迁移到云上，含评估、割接与回退演练。');
  await page.getByRole('link', { name: '业务信息' }).click();
  await page.getByRole('link', { name: '规格 2', exact: true }).click();
  await expect(page.getByLabel('规格名称')).toHaveValue('迁移与驻场运维');
  await fieldOf(page, 'specs.1.skus.0.price').getByRole('textbox').fill('260');
  await page.getByRole('button', { name: '预览' }).click();
  await page.waitForURL(/step=preview/);
  await submit(page, '重新提交');
});

test('an approved product is on the shelf with its specifications and prices', async ({
  page,
  context,
}) => {
  await signInAs(context, REVIEWER);
  await page.goto(`/ops/applications/${applicationId}`);
  const summary = page.locator('#field-summary');
  await expect(summary.locator('del')).toHaveText('面向制造业的混合云迁移实施');
  await expect(page.locator('[id="field-specs.1"]').getByText('¥260.00').first()).toBeVisible();
  await approve(page, { undone: true });
  await signInAs(context, merchant.email);
  await settled(page, application(), '已通过');
  await page.getByRole('link', { name: '查看商品' }).click();
  await page.waitForURL(/merchant\/products\/pd_/);
  productId = page.url().split('/').pop() ?? '';
  await expect(page.getByText('¥260.00').first()).toBeVisible();
  await expectAccessible(page);

  await context.clearCookies();
  await page.goto(`/products/${productId}`);
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await expect(page.getByText('¥1,280.50').first()).toBeVisible();
  await page.getByText('迁移与驻场运维').first().click();
  await page.getByText('尊享').first().click();
  await expect(page.getByText('¥400.50').first()).toBeVisible();
  await expect(page.getByText('某汽车零部件集团')).toBeVisible();
});

test('a modification leaves what is live until it is approved', async ({ page, context }) => {
  await signInAs(context, merchant.email);
  await page.goto(`/merchant/products/${productId}`);
  await page.getByRole('button', { name: '修改商品' }).click();
  await page.waitForURL(/applications\/pa_\w+\/edit/);
  applicationId = /pa_\w+/.exec(page.url())?.[0] ?? '';
  await page.getByLabel('交付周期').fill('20');
  await page.getByRole('link', { name: '业务信息' }).click();
  await page.waitForURL(/step=business/);
  await page.getByRole('button', { name: '编辑' }).first().click();
  await expect(page.getByRole('group', { name: '计费方式' }).getByLabel('一次性')).toBeDisabled();
  await fieldOf(page, 'specs.0.skus.0.price').getByRole('textbox').fill('1380');
  await page.getByRole('button', { name: '预览' }).click();
  await page.waitForURL(/step=preview/);
  await submit(page);

  await page.goto(`/products/${productId}`);
  await expect(page.getByText('¥1,280.50').first()).toBeVisible();
  await signInAs(context, REVIEWER);
  await page.goto(`/ops/applications/${applicationId}`);
  const period = page.locator('#field-deliveryPeriodDays');
  await expect(period.getByText('30').first()).toBeVisible();
  await expect(period.getByText('20').first()).toBeVisible();
  await expect(page.locator('[id="field-specs.0"]').getByText('¥1,380.00').first()).toBeVisible();
  await approve(page);
  await settled(page, `/products/${productId}`, '¥1,380.00');
});

test('what is delisted, a specification first and then the product, is gone from the shelf', async ({
  page,
  context,
}) => {
  await signInAs(context, merchant.email);
  await page.goto(`/merchant/products/${productId}`);
  const dialog = page.locator('dialog[open]');
  const spec = page.locator('section').filter({
    has: page.getByRole('heading', { name: '迁移与驻场运维', level: 3 }),
  });
  await spec.getByRole('button', { name: '下架规格' }).last().click();
  await expect(dialog.getByText(/不可恢复/)).toBeVisible();
  await dialog.getByRole('button', { name: '下架规格' }).click();
  await expect(spec.getByText('已下架').first()).toBeVisible();
  await page.goto(`/products/${productId}`);
  await expect(page.getByText('单系统迁移').first()).toBeVisible();
  await expect(page.getByText('迁移与驻场运维')).toHaveCount(0);

  await page.goto(`/merchant/products/${productId}`);
  await page.getByRole('button', { name: '下架商品' }).click();
  await expect(dialog.getByText('继续按订单提供')).toBeVisible();
  await dialog.getByRole('button', { name: '下架商品' }).click();
  await expect(page.getByText('已停售').first()).toBeVisible();
  expect((await page.goto(`/products/${productId}`))?.status()).toBe(404);
  await page.goto(`/products?q=${encodeURIComponent(NAME)}`);
  await expect(page.getByRole('link', { name: NAME })).toHaveCount(0);
});
