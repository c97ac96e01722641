import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { uncertifiedMerchant } from '@/lib/workflows/business-certification/testing';
import { expectAccessible } from '../support/accessible';
import { field } from '../support/company';
import { openDecision } from '../support/review';
import { withoutUndoTime } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

const NUMBER = '571900009999888';
let ownerEmail = '';
let giveUndoBack: () => Promise<void>;

test.beforeAll(async () => {
  giveUndoBack = await withoutUndoTime();
  const { owner } = await uncertifiedMerchant();
  const sql = siteDatabase();
  const [row] = await sql<{ email: string }[]>`
    select email from account where id = ${owner.accountId}`;
  await sql.end();
  await closeDatabase();
  ownerEmail = row?.email ?? '';
});
test.afterAll(async () => giveUndoBack());

async function fillCompany(page: Page) {
  await field(page, 'registeredAddress').fill('杭州市文一西路 1 号');
  await field(page, 'companyPhone').fill('0571-88880000');
  await page.locator('[name="taxpayerKind"][value="general"]').check();
  await field(page, 'taxId').fill('91330106MA2GUD1H0Y');
  await field(page, 'taxRate').selectOption('6');
  await field(page, 'financeContact.name').fill('苏婉');
  await field(page, 'financeContact.mobile').fill('13800020009');
  await field(page, 'financeContact.email').fill('finance@journey.example');
}

async function refuse(desk: Page, link: string) {
  await desk.goto(link);
  const dialog = await openDecision(desk, 'r');
  await dialog.locator('[name="reasons.0.field"]').selectOption('bank.number');
  await dialog.locator('[name="reasons.0.text"]').fill('账号与户名不符');
  await dialog.getByRole('button', { name: '驳回' }).click();
  await expect(desk.locator('.page-head').getByText(/已驳回|已锁定/)).toBeVisible();
}

test('three refusals lock a certification until finance unlocks it, and then it passes', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  await signInAs(context, ownerEmail);
  await page.goto('/merchant/certification');
  await page.getByRole('link', { name: '继续填写' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('请填写此项。').first()).toBeVisible();
  await fillCompany(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.waitForURL(/step=bank/);
  await field(page, 'bank.bankName').fill('招商银行');
  await field(page, 'bank.branch').fill('杭州分行');
  await field(page, 'bank.number').fill(NUMBER);
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByText('核对税务与银行信息').first()).toBeVisible();
  await expect(page.getByText(NUMBER)).toHaveCount(0);
  await page.getByRole('button', { name: '查看完整账号' }).click();
  await expect(page.getByText(NUMBER)).toBeVisible();

  const reviewing = await browser.newContext({ locale: 'zh-CN' });
  await signInAs(reviewing, 'finance@guildhall.example');
  const desk = await reviewing.newPage();
  const sql = siteDatabase();
  const [row] = await sql<{ id: string }[]>`
    select id from business_certification order by id desc limit 1`;
  await sql.end();
  const link = `/ops/certifications/${row?.id}`;
  await desk.goto(link);
  await expectAccessible(desk);

  for (let round = 1; round <= 3; round += 1) {
    await refuse(desk, link);
    if (round === 3) break;
    await page.goto('/merchant/certification?step=bank');
    await expect(field(page, 'bank.number')).toHaveValue('');
    await page.getByRole('button', { name: '重新提交' }).click();
    await expect(page.getByText('核对税务与银行信息').first()).toBeVisible();
  }
  await page.goto('/merchant/certification');
  await expect(page.getByText('已锁定').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '修改并重新提交' })).toHaveCount(0);
  await expectAccessible(page);

  await desk.getByRole('button', { name: '解除锁定' }).click();
  const dialog = desk.locator('dialog[open]');
  await dialog.getByRole('button', { name: '解除锁定' }).click();
  await expect(dialog.getByText('请填写此项。')).toHaveCount(2);
  await dialog.locator('[name="ticket"]').fill('T-1024');
  await dialog.locator('[name="note"]').fill('已核对开户许可证');
  await dialog.getByRole('button', { name: '解除锁定' }).click();
  await expect(desk.locator('.page-head').getByText('已驳回')).toBeVisible();

  await page.goto('/merchant/certification?step=bank');
  await page.getByRole('button', { name: '重新提交' }).click();
  await expect(page.getByText('核对税务与银行信息').first()).toBeVisible();
  await desk.goto(link);
  await (await openDecision(desk, 'a')).getByRole('button', { name: '通过' }).click();
  await expect(desk.locator('.page-head').getByText('已认证')).toBeVisible();
  await reviewing.close();
  await page.goto('/merchant');
  await expect(page.getByText('尚未完成商业信息认证')).toHaveCount(0);
});
