import { expect, test } from '@playwright/test';
import { makePdf } from '@/lib/files/samples/pdf';
import { expectAccessible } from '../support/accessible';
import { openShop, passDays, withoutUndoTime } from '../support/shop';
import { signInAs } from '../support/sign-in';

const BUYER = 'purchasing@hengtong.example';
let shop: Awaited<ReturnType<typeof openShop>>;
let giveUndoBack: () => Promise<void>;

test.beforeAll(async () => {
  shop = await openShop(1_234_550n);
  giveUndoBack = await withoutUndoTime();
});
test.afterAll(async () => giveUndoBack());

const checkout = () => `/buyer/checkout?sku=${shop.skuId}&quantity=1&periods=1`;

test('a transfer confirmed by finance pays an order that the merchant then sees', async ({
  page,
  context,
}) => {
  await signInAs(context, BUYER);
  await page.goto('/buyer/balance/top-up');
  const form = page.locator('form', { has: page.getByRole('button', { name: '提交转账凭证' }) });
  await form.getByRole('button', { name: '提交转账凭证' }).click();
  await expect(form.getByText('请输入金额。').first()).toBeVisible();
  await expect(form.getByText('请上传转账凭证。').first()).toBeVisible();
  await form.getByLabel('金额').fill('20000');
  await form.getByLabel('付款户名').fill('上海恒通物流有限公司');
  await form.locator('input[type=file]').setInputFiles({
    name: '电子回单.pdf',
    mimeType: 'application/pdf',
    buffer: await makePdf('电子回单', [`人民币 20000.00 ${Date.now()}`]),
  });
  await expect(form.getByText('电子回单.pdf')).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('button', { name: '提交转账凭证' }).click();
  await page.waitForURL(/top-ups\/tu_/);
  const topUp = page.url().split('/').pop() ?? '';
  await expect(page.getByText('待财务确认').first()).toBeVisible();

  await signInAs(context, 'finance@guildhall.example');
  await page.goto(`/ops/top-ups/${topUp}`);
  await expect(page.getByText('电子回单.pdf').first()).toBeVisible();
  await page.keyboard.press('a');
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('实际到账金额').fill('2000');
  await dialog.getByLabel('银行流水号').fill(`CMB${Date.now()}`);
  await dialog.getByRole('button', { name: '通过' }).click();
  await expect(dialog.getByText('到账金额与申请金额不一致').first()).toBeVisible();
  await dialog.getByLabel('实际到账金额').fill('20000.00');
  await dialog.getByRole('button', { name: '通过' }).click();
  await expect(page.getByText('已入账').first()).toBeVisible();

  await signInAs(context, BUYER);
  await page.goto(checkout());
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交订单' }).click();
  await expect(page.getByText('请阅读并同意服务协议。').first()).toBeVisible();
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.waitForURL(/orders\/od_\w+\/pay/);
  await page.getByRole('button', { name: /^支付/ }).click();
  await page.waitForURL(/orders\/od_\w+$/);
  await expect(page.getByText('处理中').first()).toBeVisible();
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await expectAccessible(page);

  await signInAs(context, shop.ownerEmail);
  await page.goto(`/merchant/orders?number=${number}`);
  await page.getByRole('link', { name: number, exact: true }).click();
  await expect(page.getByText('上海恒通物流有限公司').first()).toBeVisible();
  await expect(page.getByText('¥617.28').first()).toBeVisible();
  const csv = await page.request.get('/api/ui/exports/merchant-orders?format=csv&state=processing');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain(number);
  const book = await page.request.get('/api/ui/exports/merchant-orders?format=xlsx');
  expect((await book.body()).subarray(0, 2).toString()).toBe('PK');
});

test('an order is not there for strangers, and its price is told when it changed', async ({
  page,
  context,
}) => {
  await signInAs(context, BUYER);
  await page.goto('/buyer/orders');
  const href = await page.locator('a[href^="/buyer/orders/od_"]').first().getAttribute('href');
  await signInAs(context, 'buyer@guildhall.example');
  expect((await page.goto(href ?? ''))?.status()).toBe(404);
  expect((await page.goto('/merchant/orders'))?.status()).toBe(404);
  expect((await page.request.get('/api/ui/exports/ledger-entries')).status()).toBe(404);
  await context.clearCookies();
  await page.goto('/buyer/orders');
  await expect(page).toHaveURL(/sign-in\?next=/);

  await signInAs(context, 'owner@yunfan.example');
  await page.goto(checkout());
  await page.locator('input[name=shownAmount]').evaluate((input: HTMLInputElement) => {
    input.value = '1';
  });
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole('button', { name: '提交订单' }).click();
  await expect(page.getByText(/价格已从 ¥0\.01 变为 ¥12,345\.50/).first()).toBeVisible();
});

test('an unpaid order says what happens by itself, is paid with a way to money, and lapses', async ({
  page,
  context,
}) => {
  await signInAs(context, 'owner@yunfan.example');
  await page.goto(checkout());
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole('button', { name: '提交订单' }).dblclick();
  await page.waitForURL(/orders\/od_\w+\/pay/);
  await expect(page.getByText(/余额还差/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '去充值' })).toBeVisible();
  await page.goto('/buyer/orders?state=pendingPayment');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.locator('tbody a').first().click();
  await expect(page.getByText(/超时未付款，自动取消/).first()).toBeVisible();
  const order = page.url();
  await passDays(8);
  await expect(async () => {
    await page.goto(order);
    await expect(page.getByText('已取消').first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText('超时未付款').first()).toBeVisible();
});
