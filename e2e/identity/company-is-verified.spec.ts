import { expect, type Page, test } from '@playwright/test';
import { makePdf } from '@/lib/files/samples/pdf';
import { creditCodeCheck } from '@/lib/workflows/identity/credit-code';
import { expectAccessible } from '../support/accessible';
import { newPerson } from '../support/people';
import { withoutUndoTime } from '../support/shop';
import { signInAs } from '../support/sign-in';

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
let giveUndoBack: () => Promise<void>;
test.beforeAll(async () => {
  giveUndoBack = await withoutUndoTime();
});
test.afterAll(async () => giveUndoBack());

async function attach(page: Page, name: string) {
  await page.locator('main input[type=file]').setInputFiles({
    name,
    mimeType: 'application/pdf',
    buffer: await makePdf(name, [`营业执照 ${Date.now()}`]),
  });
  await expect(page.getByText(name)).toBeVisible();
  await expect(page.locator('[data-uploading]')).toHaveCount(0);
}

test('a company is refused for its licence, sends a better one, and is confirmed', async ({
  page,
  browser,
}) => {
  const { email } = await newPerson('company');
  const company = `苏州启明软件${Date.now() % 100_000}有限公司`;
  const first = `91320506MA1${String(Date.now()).slice(-6)}`;
  const code = first + creditCodeCheck(first);
  await signInAs(page.context(), email);
  await page.goto('/account/identity?kind=enterprise');
  await field(page, 'name').fill(company);
  await field(page, 'creditCode').fill(`${first}${code.at(-1) === '0' ? '1' : '0'}`);
  await field(page, 'legalPerson').fill('陈思远');
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByText('统一社会信用代码不正确', { exact: false })).toBeVisible();
  await attach(page, '营业执照（旧）.pdf');
  await field(page, 'creditCode').fill(code);
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByText('等待运营人员核对资料')).toBeVisible();

  const reviewing = await browser.newContext({ locale: 'zh-CN' });
  await signInAs(reviewing, 'reviewer@guildhall.example');
  const desk = await reviewing.newPage();
  await desk.goto(`/ops/queue?q=${encodeURIComponent(company)}`);
  await desk.getByRole('link', { name: company }).click();
  await expect(desk.getByText(code)).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: /驳回/ }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.locator('select').first().selectOption('licence');
  await dialog.locator('textarea').first().fill('执照已换新，请上传最新的一份');
  await dialog.getByRole('button', { name: '驳回' }).click();
  await expect(desk.locator('.page-head').getByText('已驳回')).toBeVisible();

  await page.goto('/account/identity');
  await expect(page.getByText('执照已换新，请上传最新的一份', { exact: false })).toBeVisible();
  await expect(field(page, 'name')).toHaveValue(company);
  await attach(page, '营业执照（新）.pdf');
  await page.getByRole('button', { name: '重新提交' }).click();
  await expect(page.getByText('等待运营人员核对资料')).toBeVisible();

  await desk.reload();
  await desk.getByRole('button', { name: /通过/ }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: '通过' }).click();
  await expect(desk.locator('.page-head').getByText('已认证')).toBeVisible();
  await reviewing.close();

  await page.goto('/account');
  await expect(page.getByText(company)).toBeVisible();
  await expect(page.getByText('企业实名')).toBeVisible();
  await page.goto('/account/identity?kind=enterprise&edit=1');
  await expect(field(page, 'creditCode')).toHaveValue(code);
});

test('a person hands in both sides of the card and may withdraw', async ({ page, context }) => {
  const { email } = await newPerson('buyer');
  await signInAs(context, email);
  await page.goto('/account/identity');
  await field(page, 'name').fill('林晓舟');
  await field(page, 'idNumber').fill('11010519491231002X');
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByText('请填写此项。')).toHaveCount(2);
  const inputs = page.locator('main input[type=file]');
  for (const [index, side] of ['人像面.pdf', '国徽面.pdf'].entries()) {
    const buffer = await makePdf(side, [`${side} ${Date.now()}`]);
    await inputs.nth(index).setInputFiles({ name: side, mimeType: 'application/pdf', buffer });
    await expect(page.getByText(side)).toBeVisible();
    await expect(page.locator('[data-uploading]')).toHaveCount(0);
  }
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByText('110***********002X')).toBeVisible();
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(page.getByRole('button', { name: '提交认证' })).toBeVisible();
});
