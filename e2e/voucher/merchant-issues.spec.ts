import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { fund } from '@/db/factories/order';
import { createBuyer } from '@/lib/testing/actors';
import { expectAccessible } from '../support/accessible';
import { openShop } from '../support/shop';
import { signInAs } from '../support/sign-in';

let shop: Awaited<ReturnType<typeof openShop>>;

test.beforeAll(async () => {
  shop = await openShop(100_000n);
});

/** A customer with a confirmed name and money. */
async function customer(fen = 0n): Promise<{ id: string; email: string }> {
  const buyer = await createBuyer({ name: '王芳' });
  if (fen > 0n) await fund(buyer, fen);
  await closeDatabase();
  return { id: buyer.accountId, email: `${buyer.accountId}@example.test` };
}

/** Opens the question behind a button, as soon as the page listens, and answers it with the same verb. */
async function confirm(page: Page, verb: string): Promise<void> {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    if (!(await dialog.isVisible())) {
      await page.getByRole('button', { name: verb, exact: true }).click({ timeout: 1000 });
    }
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  await dialog.getByRole('button', { name: verb, exact: true }).click();
}

/** Writes and issues a batch of a hundred yuan off from five hundred; leaves its page open. */
async function issue(page: Page, name: string, fill?: (page: Page) => Promise<void>) {
  await page.goto(`/merchant/vouchers/new?product=${shop.productId}`);
  const first = await page.locator('[name="startsOn"]').inputValue();
  const last = new Date(Date.parse(first) + 150 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="amount"]').fill('100');
  await page.locator('[name="threshold"]').fill('500');
  await page.locator('[name="endsOn"]').fill(last);
  await fill?.(page);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.waitForURL(/vouchers\/vo_\w+$/);
  await confirm(page, '发放');
  await expect(page.locator('.page-head').getByText('生效中')).toBeVisible();
}

test('a merchant issues vouchers, a customer claims one, pays with it, and the figures say so', async ({
  page,
  context,
}) => {
  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/vouchers');
  await expect(page.getByText('还没有代金券')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/merchant/vouchers/new');
  await page.getByLabel('选择商品').selectOption(shop.productId);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('[name="amount"]').fill('500.5');
  await page.locator('[name="threshold"]').fill('500');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('请填写整数金额（元）。').first()).toBeVisible();
  await expectAccessible(page);
  const name = `满减券 ${Date.now()}`;
  await issue(page, name);
  const batch = page.url();
  await expect(page.getByText('发放总量')).toBeVisible();
  await expectAccessible(page);

  await context.clearCookies();
  await page.goto(`/products/${shop.productId}`);
  const offer = page.locator('#vouchers');
  await offer.getByRole('link', { name: '登录后领取' }).click();
  await expect(page).toHaveURL(/sign-in\?next=/);

  const buyer = await customer(100_000n);
  await signInAs(context, buyer.email);
  await page.goto(`/products/${shop.productId}`);
  await offer.getByRole('button', { name: '立即领取' }).click();
  await expect(offer.getByText('已领取')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/buyer/checkout?sku=${shop.skuId}&quantity=1&periods=1`);
  await expect(page.getByText('¥1,000.00').first()).toBeVisible();
  await page.getByRole('link', { name: '使用', exact: true }).click();
  await expect(page.getByText('−¥100.00')).toBeVisible();
  await expect(page.getByText('¥900.00').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.waitForURL(/orders\/od_\w+\/pay/);
  await expect(page.getByText('−¥100.00')).toBeVisible();
  await page.getByRole('button', { name: '支付 ¥900.00' }).click();
  await page.waitForURL(/orders\/od_\w+$/);
  await expect(page.getByText('实付', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('¥900.00').first()).toBeVisible();

  await page.goto('/buyer/vouchers?show=used');
  await page.getByRole('link', { name }).click();
  await expect(page.locator('.page-head').getByText('已使用')).toBeVisible();
  await expectAccessible(page);

  await signInAs(context, shop.ownerEmail);
  await page.goto(batch);
  const figure = (label: string) =>
    page.locator('.facts > div', { has: page.getByText(label, { exact: true }) }).locator('dd');
  await expect(figure('已使用')).toHaveText('1');
  await expect(figure('已抵扣金额')).toHaveText('¥100.00');
  await page.getByRole('link', { name: '使用明细' }).click();
  await expect(page.getByRole('cell', { name: '王芳' })).toBeVisible();
  await expectAccessible(page);
  const id = batch.split('/').pop();
  const csv = await page.request.get(
    `/api/ui/exports/merchant-voucher-pieces?format=csv&voucher=${id}`,
  );
  expect(await csv.text()).toContain('王芳');

  await page.goto(batch);
  await confirm(page, '作废');
  await expect(page.locator('.page-head').getByText('已作废')).toBeVisible();
  await signInAs(context, 'finance@guildhall.example');
  await page.goto(`/ops/vouchers?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  await expect(page.locator('.page-head').getByText('已作废')).toBeVisible();
});

test('a list with a wrong row gives nobody anything, the corrected one gives each a voucher', async ({
  page,
  context,
}) => {
  const [one, two] = [await customer(), await customer()];
  await signInAs(context, shop.ownerEmail);
  const name = `老客户券 ${Date.now()}`;
  await issue(page, name, async (form) => {
    await form.locator('[name="distribution"][value="named"]').check();
    await form.locator('[name="showOnPage"]').uncheck();
  });
  const template = await page.request.get('/api/ui/voucher-template?format=csv');
  const heading = (await template.text()).trim();
  expect(heading).toContain('客户账号 ID,账号邮箱');
  const hand = async (rows: string[]) => {
    await page.locator('input[type=file]').setInputFiles({
      name: '客户名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([heading, ...rows].join('\r\n')),
    });
    await expect(page.getByRole('link', { name: '客户名单.csv' })).toBeVisible();
    await page.getByRole('button', { name: '确认发放' }).click();
  };
  await hand([`${one.id},${one.email}`, `${two.id},${one.email}`]);
  await expect(page.getByText(/名单中有 1 行需要修改/).first()).toBeVisible();
  await expect(page.getByText('第 3 行：没有账号 ID 与邮箱都相符的客户。')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await hand([`${one.id},${one.email}`, `${two.id},${two.email}`]);
  await expect(page.getByText('名单已接收，正在发放。').first()).toBeVisible();
  await signInAs(context, two.email);
  await expect(async () => {
    await page.goto('/buyer/vouchers');
    await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText('商家发放').first()).toBeVisible();
});

test('an activation code is downloaded once and gives one customer a voucher', async ({
  page,
  context,
}) => {
  await signInAs(context, shop.ownerEmail);
  const name = `线下券 ${Date.now()}`;
  await issue(page, name, (form) => form.locator('[name="showOnPage"]').uncheck());
  await page.locator('[name="count"]').fill('2');
  await page.getByRole('button', { name: '生成激活码' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载（仅一次）' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer);
  const [, code = ''] = Buffer.concat(chunks).toString().trim().split('\r\n');
  expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
  await page.reload();
  await expect(page.getByText(/^已下载/)).toBeVisible();

  for (const wins of [true, false]) {
    const buyer = await customer();
    await signInAs(context, buyer.email);
    await page.goto('/buyer/vouchers');
    await page.getByLabel('激活码').fill(code.toLowerCase());
    await page.getByRole('button', { name: '激活', exact: true }).click();
    if (wins) await expect(page.getByRole('link', { name })).toBeVisible();
    else await expect(page.getByText('该激活码已被使用。').first()).toBeVisible();
  }
  await expectAccessible(page);
});
