import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { linkIn, mailTo } from '../support/mail';
import { newEmail, newPerson, newPhone, PASSWORD } from '../support/people';
import { openShop } from '../support/shop';
import { signInAs } from '../support/sign-in';

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
let shop: Awaited<ReturnType<typeof openShop>>;
test.beforeAll(async () => {
  shop = await openShop(100_000n);
});

async function makeGroup(page: Page, name: string, ...permissions: string[]) {
  await page.goto('/merchant/members/groups/new');
  await field(page, 'name').fill(name);
  for (const permission of permissions) await page.getByLabel(permission, { exact: true }).check();
  await page.getByRole('button', { name: '新建用户组' }).click();
  await expect(page).toHaveURL(/members\/groups$/);
}

test('a new colleague joins by mail, sees what the group allows, and is out when removed', async ({
  page,
  browser,
}) => {
  const email = newEmail('colleague');
  await signInAs(page.context(), shop.ownerEmail);
  const group = `订单组${Date.now() % 10_000}`;
  await makeGroup(page, group, '查看订单', '查看子用户与用户组');
  await page.goto('/merchant/members/invite');
  await field(page, 'email').fill(email);
  await page.getByLabel(group).check();
  await page.getByText('指定商品').click();
  await page.locator('main [name="products[]"]').first().check();
  await expectAccessible(page);
  await page.getByRole('button', { name: '发送邀请' }).click();
  await expect(page).toHaveURL(/members\/invitations/);
  await expect(page.getByRole('cell', { name: email })).toBeVisible();

  const theirs = await browser.newContext({ locale: 'zh-CN' });
  const desk = await theirs.newPage();
  await desk.goto(linkIn(await mailTo(email, /邀请您加入/)));
  await field(desk, 'name').fill('何若溪');
  await field(desk, 'phone').fill(newPhone());
  await field(desk, 'password').fill(PASSWORD);
  await field(desk, 'agreement').check();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: '创建账号并加入' }).click();
  await expect(desk).toHaveURL(/\/merchant/);
  expect((await desk.goto('/merchant/orders'))?.status()).toBe(200);
  expect((await desk.goto('/merchant/members'))?.status()).toBe(200);
  await expect(desk.getByText('邀请子用户')).toHaveCount(0);
  expect((await desk.goto('/merchant/members/invite'))?.status()).toBe(404);
  expect((await desk.goto('/merchant/questions'))?.status()).toBe(404);

  await page.goto('/merchant/members');
  await page.getByRole('link', { name: '何若溪' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '何若溪' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(page.locator('.page-head').getByText('已停用')).toBeVisible();
  expect((await desk.goto('/merchant/orders'))?.status()).toBe(404);
  await page.getByRole('button', { name: '启用' }).click();
  await expect(page.locator('.page-head').getByText('正常')).toBeVisible();
  expect((await desk.goto('/merchant/orders'))?.status()).toBe(200);
  await page.getByRole('button', { name: '移除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  await expect(page).toHaveURL(/\/merchant\/members$/);
  expect((await desk.goto('/merchant/orders'))?.status()).toBe(404);
  await expect(desk).not.toHaveURL(/sign-in/);
  await theirs.close();
});

test('a group that changes holds for its members at their next click', async ({
  page,
  browser,
}) => {
  const { email } = await newPerson('colleague', '同事');
  await signInAs(page.context(), shop.ownerEmail);
  const group = `客服组${Date.now() % 10_000}`;
  await makeGroup(page, group, '查看订单');
  await page.goto('/merchant/members/invite');
  await field(page, 'email').fill(email);
  await page.getByLabel(group).check();
  await page.getByRole('button', { name: '发送邀请' }).click();
  await expect(page).toHaveURL(/members\/invitations/);
  const link = linkIn(await mailTo(email, /邀请您加入/));

  const theirs = await browser.newContext({ locale: 'zh-CN' });
  const desk = await theirs.newPage();
  await desk.goto(link);
  await expect(desk.getByRole('link', { name: '登录并接受' })).toBeVisible();
  await signInAs(theirs, 'buyer@guildhall.example');
  await desk.goto(link);
  await expect(desk.getByText('请退出后用受邀邮箱登录', { exact: false })).toBeVisible();
  await signInAs(theirs, email);
  await desk.goto(link);
  await desk.getByRole('button', { name: '接受邀请' }).click();
  await expect(desk).toHaveURL(/\/merchant/);
  expect((await desk.goto('/merchant/questions'))?.status()).toBe(404);

  await page.goto('/merchant/members/groups');
  await page.getByRole('link', { name: group }).click();
  await page.getByLabel('查看客户提问').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();
  expect((await desk.goto('/merchant/questions'))?.status()).toBe(200);
  await theirs.close();
});

test('messages go to a receiver after its address was confirmed', async ({ page, context }) => {
  const email = newEmail('duty');
  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/receivers/new');
  await field(page, 'name').fill('值班');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请填写邮箱或手机号。')).toBeVisible();
  await field(page, 'email').fill(email);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page).toHaveURL(/\/merchant\/receivers$/);
  await expect(page.locator('tbody').getByText('待验证')).toBeVisible();
  await page.goto('/merchant/receivers/types/order.paid');
  await page.getByLabel('值班').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page).toHaveURL(/\/merchant\/receivers$/);
  await expectAccessible(page);
  await page.goto(linkIn(await mailTo(email, /确认接收/)));
  await page.getByRole('button', { name: '确认接收' }).click();
  await expect(page.getByRole('heading', { name: '已确认' })).toBeVisible();
  await page.goto('/merchant/receivers');
  await expect(page.locator('tbody').getByText('已验证')).toBeVisible();
});
