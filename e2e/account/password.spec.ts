import { expect, type Page, test } from '@playwright/test';
import { linkIn, mailTo } from '../support/mail';
import { newEmail, newPerson, PASSWORD } from '../support/people';
import { signInAs } from '../support/sign-in';

const send = (page: Page) => page.locator('main form [type=submit]').first().click();
const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

async function tryPassword(page: Page, email: string, password: string) {
  await page.goto('/sign-in');
  await field(page, 'email').fill(email);
  await field(page, 'password').fill(password);
  await send(page);
}

test('a forgotten password is set anew by mail, once, and signs out everywhere', async ({
  page,
  browser,
}) => {
  const { email } = await newPerson('forgetful');
  const elsewhere = await browser.newContext();
  await signInAs(elsewhere, email);
  await page.goto('/forgot-password');
  await field(page, 'email').fill(email);
  await send(page);
  await expect(page.getByRole('heading', { name: '请查收重置邮件' })).toBeVisible();
  const link = linkIn(await mailTo(email, '重置密码'));
  await page.goto(link);
  await field(page, 'password').fill('short');
  await send(page);
  await expect(page.getByText('至少 8 个字符。')).toBeVisible();
  await field(page, 'password').fill('a brand new password');
  await send(page);
  await expect(page.getByText('密码已重置', { exact: false })).toBeVisible();
  const there = await elsewhere.newPage();
  await there.goto('/account');
  await expect(there).toHaveURL(/sign-in/);
  await elsewhere.close();
  await tryPassword(page, email, PASSWORD);
  await expect(page.getByText('邮箱或密码不正确。')).toBeVisible();
  await tryPassword(page, email, 'a brand new password');
  await expect(page).toHaveURL(/\/buyer$/);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText('链接已失效')).toBeVisible();
});

test('an unknown e-mail is answered like a known one', async ({ page }) => {
  await page.goto('/forgot-password');
  await field(page, 'email').fill(newEmail('stranger'));
  await send(page);
  await expect(page.getByRole('heading', { name: '请查收重置邮件' })).toBeVisible();
});

test('too many tries are refused with the time to wait', async ({ page }) => {
  const { email } = await newPerson('guessed');
  await page.goto('/sign-in');
  await field(page, 'email').fill(email);
  for (let i = 0; i < 10; i += 1) {
    await field(page, 'password').fill(`wrong ${i}`);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await send(page);
    await answered;
    await expect(page.locator('main [type=submit]')).not.toHaveAttribute('aria-disabled', 'true');
  }
  await field(page, 'password').fill(PASSWORD);
  await send(page);
  await expect(page.getByText(/请在 \d+ 分钟后再试/)).toBeVisible();
});

test('the password is changed after the current one, and the language of the account with it', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('changer');
  await signInAs(context, email);
  await page.goto('/account/security');
  await field(page, 'current').fill('not mine');
  await field(page, 'password').first().fill('another password');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码不正确。')).toBeVisible();
  await field(page, 'current').fill(PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码已修改，其他设备已退出')).toBeVisible();
  await page.goto('/account');
  await field(page, 'locale').selectOption('en');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
});
