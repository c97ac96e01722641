import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { linkIn, mailTo } from '../support/mail';
import { newEmail, newPerson, newPhone, PASSWORD } from '../support/people';

const send = (page: Page) => page.locator('main form [type=submit]').first().click();
const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

test('a new person signs up, confirms the mail, signs in, and ends the session of another device', async ({
  page,
  browser,
}) => {
  const email = newEmail('newcomer');
  await page.goto('/sign-up');
  await send(page);
  await expect(page.getByText('至少 8 个字符。')).toBeVisible();
  await expect(page.getByText('请阅读并勾选协议。')).toBeVisible();
  await field(page, 'name').fill('韩梅梅');
  await field(page, 'email').fill(email);
  await field(page, 'phone').fill(newPhone());
  await field(page, 'password').fill(PASSWORD);
  await expectAccessible(page);
  await field(page, 'agreement').check();
  await send(page);
  await expect(page).toHaveURL(/check-mail/);
  await expect(page.getByText('本站尚未配置邮件服务')).toBeVisible();

  await page.goto('/sign-in');
  await field(page, 'email').fill(email);
  await field(page, 'password').fill(PASSWORD);
  await send(page);
  await expect(page.getByText('邮箱尚未验证', { exact: false })).toBeVisible();

  await page.goto(linkIn(await mailTo(email, '验证您的邮箱')));
  await expect(page.getByText('韩梅梅', { exact: false })).toBeVisible();
  await send(page);
  await expect(page.getByText('邮箱已验证，请登录。')).toBeVisible();

  const signIn = async (where: Page) => {
    await where.goto('/sign-in?next=%2Faccount%2Fdevices');
    await field(where, 'email').fill(email);
    await field(where, 'password').fill(PASSWORD);
    await send(where);
    await expect(where).toHaveURL(/account\/devices/);
  };
  await signIn(page);
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(other);
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);

  await page.getByRole('button', { name: '退出其他设备' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出其他设备' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await other.goto('/account');
  await expect(other).toHaveURL(/sign-in\?next=%2Faccount/);

  await page.getByRole('button', { name: '退出所有设备' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出所有设备' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto('/account');
  await expect(page).toHaveURL(/sign-in/);
  await other.context().close();
});

test('signing up with a known e-mail looks the same and changes nothing', async ({ page }) => {
  const known = await newPerson('known');
  await page.goto('/sign-up');
  await field(page, 'name').fill('别人');
  await field(page, 'email').fill(known.email);
  await field(page, 'phone').fill(newPhone());
  await field(page, 'password').fill('another password');
  await field(page, 'agreement').check();
  await send(page);
  await expect(page).toHaveURL(/check-mail/);
  await mailTo(known.email, '您已有账号');
  await page.goto('/sign-in');
  await field(page, 'email').fill(known.email);
  await field(page, 'password').fill('another password');
  await send(page);
  await expect(page.getByText('邮箱或密码不正确。')).toBeVisible();
  await field(page, 'password').fill(PASSWORD);
  await send(page);
  await expect(page).toHaveURL(/\/buyer$/);
});
