import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { totpCode } from '@/lib/auth/totp';
import { expectAccessible } from '../support/accessible';
import { newPerson, PASSWORD } from '../support/people';
import { signInAs } from '../support/sign-in';

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

/** A code of the next half minute: the one of this moment may be used up. */
const laterCode = (secret: string) => totpCode(secret, new Date(Date.now() + 30_000));

async function giveThePassword(page: Page, email: string) {
  await page.goto('/sign-in?next=%2Faccount%2Fdevices');
  await field(page, 'email').fill(email);
  await field(page, 'password').fill(PASSWORD);
  await page.locator('main form [type=submit]').click();
  await expect(page).toHaveURL(/sign-in\/code/);
}

test('a second factor is turned on, asked for, replaced by a recovery code, and turned off', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('careful');
  await signInAs(context, email);
  await page.goto('/account/security');
  const secret = (await page.locator('.secret').textContent())?.match(/[A-Z2-7]{32}/)?.[0] ?? '';
  expect(secret).toHaveLength(32);
  await expectAccessible(page);
  await field(page, 'code').fill('123456');
  await page.getByRole('button', { name: '开启' }).click();
  await expect(page.getByText('验证码不正确', { exact: false })).toBeVisible();
  await field(page, 'code').fill(totpCode(secret, new Date()));
  await page.getByRole('button', { name: '开启' }).click();
  await expect(page.getByText('请保存恢复码')).toBeVisible();
  const list = page.getByRole('list', { name: '恢复码' }).locator('li');
  const codes = await list.allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await page.reload();
  await expect(list).toHaveText(codes);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载' }).click();
  const kept = await readFile(await (await download).path(), 'utf8');
  for (const code of codes) expect(kept).toContain(code);
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByText('剩余 10 个恢复码', { exact: false })).toBeVisible();
  await page.reload();
  await expect(page.getByText('请保存恢复码')).toHaveCount(0);

  await context.clearCookies({ name: 'next-auth.session-token' });
  await giveThePassword(page, email);
  await page.goto('/account');
  await expect(page).toHaveURL(/sign-in\/code/);
  await field(page, 'code').fill('000000');
  await page.locator('main form [type=submit]').first().click();
  await expect(page.getByText('验证码不正确', { exact: false })).toBeVisible();
  await field(page, 'code').fill(laterCode(secret));
  await page.locator('main form [type=submit]').first().click();
  await expect(page).toHaveURL(/\/account$/);

  await context.clearCookies({ name: 'next-auth.session-token' });
  await giveThePassword(page, email);
  await field(page, 'code').fill(codes[3] ?? '');
  await page.locator('main form [type=submit]').first().click();
  await expect(page).toHaveURL(/account\/devices/);

  await page.goto('/account/security');
  await expect(page.getByText('剩余 9 个恢复码', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '关闭两步验证' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=password]').fill(PASSWORD);
  await dialog.locator('[name=code]').fill(codes[4] ?? '');
  await dialog.getByRole('button', { name: '关闭两步验证' }).click();
  await expect(page.getByText('未开启')).toBeVisible();
});
