import { expect, test } from '@playwright/test';
import { signInAs } from '../support/sign-in';

async function begin(page: import('@playwright/test').Page, amount: string) {
  await page.goto('/buyer/balance/top-up');
  await expect(page.getByText(/沙箱：仅供试用的模拟银行/)).toBeVisible();
  const form = page.locator('form', { has: page.getByRole('button', { name: '去支付' }) });
  await form.getByLabel('金额').fill(amount);
  await form.getByRole('button', { name: '去支付' }).click();
  await page.waitForURL(/top-ups\/tu_/);
  await page.getByRole('link', { name: '前往支付页面' }).click();
  await expect(page.getByText('这不是真实银行')).toBeVisible();
}

test('a payment at the sandbox bank is reported back, signed, and credited', async ({
  page,
  context,
}) => {
  await signInAs(context, 'buyer@guildhall.example');
  await begin(page, '66.50');
  await page.getByRole('button', { name: '支付', exact: true }).click();
  await page.waitForURL(/top-ups\/tu_/);
  await expect(page.getByText('已入账').first()).toBeVisible({ timeout: 20_000 });
  await page.goto('/buyer/balance');
  await expect(page.getByText('+¥66.50').first()).toBeVisible();
});

test('a declined payment credits nothing and can be tried again', async ({ page, context }) => {
  await signInAs(context, 'buyer@guildhall.example');
  await begin(page, '10');
  await page.getByRole('button', { name: '拒绝', exact: true }).click();
  await page.waitForURL(/top-ups\/tu_/);
  await expect(page.getByText('银行拒绝了这笔支付。').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: '充值', exact: true })).toBeVisible();
});

test('what is not signed by the bank is refused', async ({ request }) => {
  const answer = await request.post('/api/callbacks/payments?provider=sandbox', {
    data: { topUpId: 'tu_x', providerRef: 'x', amount: '1', result: 'succeeded' },
  });
  expect(answer.status()).toBe(401);
});
