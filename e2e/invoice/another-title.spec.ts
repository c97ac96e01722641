import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { newCompany } from '../support/company';
import { signInAs, siteDatabase } from '../support/sign-in';

/** Presses a button until its dialog is open. */
async function openDialog(page: Page, name: string) {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return dialog;
}

/** A company with its confirmed real name, as the review leaves it. */
async function confirmedCompany() {
  const company = await newCompany();
  const sql = siteDatabase();
  const id = `id_${company.creditCode.toLowerCase()}`;
  await sql`insert into identity (id, state, state_since, version, created_at, updated_at, account_id, kind, name,
      credit_code, legal_person, file_ids, round, submitted_at)
    select ${id}, 'confirmed', now(), 1, now(), now(), a.id, 'enterprise', a.real_name, a.credit_code, '李明',
      '{}'::jsonb, 1, now() from account a where a.email = ${company.email}`;
  await sql.end();
  return { ...company, id };
}

test('finance allows a company another title, and the company has it on its invoices', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(60_000);
  const company = await confirmedCompany();
  const branch = `${company.name.slice(0, 8)}（杭州）有限公司`;
  const desks = await browser.newContext({ locale: 'zh-CN' });
  const desk = await desks.newPage();
  await signInAs(desks, 'finance@guildhall.example');
  await desk.goto(`/ops/identities/${company.id}`);
  await expect(desk.getByText('没有另行允许的抬头。')).toBeVisible();
  const permit = await openDialog(desk, '允许其他抬头');
  await permit.locator('[name="title"]').fill(company.name);
  await permit.locator('[name="reason"]').fill('分公司独立报账，已提交授权书。');
  await permit.getByRole('button', { name: '允许其他抬头' }).click();
  await expect(permit.getByText('该账号已可使用这个抬头。').first()).toBeVisible();
  await permit.locator('[name="title"]').fill(branch);
  await permit.getByRole('button', { name: '允许其他抬头' }).click();
  await expect(desk.getByRole('cell', { name: branch })).toBeVisible();
  await expectAccessible(desk);

  await signInAs(context, company.email);
  await page.goto('/buyer/invoice-titles');
  const add = await openDialog(page, '添加企业抬头');
  await add.locator('[name="title"]').selectOption(branch);
  await expect(add.locator('[name="taxId"]')).toHaveValue(company.creditCode);
  await add.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: branch })).toBeVisible();
  await expectAccessible(page);

  const remove = await openDialog(desk, '取消允许');
  await remove.getByRole('button', { name: '取消允许' }).click();
  await expect(desk.getByText('没有另行允许的抬头。')).toBeVisible();
  await desks.close();
  await page.reload();
  await expect(page.getByText('该抬头已不能用于开票', { exact: false })).toBeVisible();
  await expectAccessible(page);
});
