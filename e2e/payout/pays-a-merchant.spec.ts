import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { fund, wanted } from '@/db/factories/order';
import { system } from '@/lib/auth/actor';
import { createBuyer } from '@/lib/testing/actors';
import { completeOrder, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { expectAccessible } from '../support/accessible';
import { field } from '../support/company';
import { openShop } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

/** A certified merchant to whom 190.00 yuan are payable. */
async function earned() {
  const shop = await openShop(20_000n);
  const buyer = await createBuyer();
  await fund(buyer, 20_000n);
  const { id } = await placeOrder(buyer, wanted(shop));
  await payOrder(buyer, id);
  await completeOrder(system('journey'), id);
  await closeDatabase();
  const sql = siteDatabase();
  const bank = {
    accountId: 'ba_none',
    holder: '云途',
    bankName: '招商银行',
    branch: '杭州',
    masked: '0108',
  };
  await sql`insert into business_certification
    (id, state, state_since, created_at, updated_at, merchant_id, merchant_name, current)
    values (${`bc_${shop.merchantId}`}, 'certified', now(), now(), now(), ${shop.merchantId},
      '云途数据科技有限公司', ${sql.json({ bank })})`;
  await sql.end();
  return shop;
}

/** Asks for a reconciliation and waits until the page shows what that one found. */
async function checkBooks(desk: Page) {
  await desk.goto('/ops/reconciliation');
  const shown = desk.locator('[data-run]');
  const before = (await shown.getAttribute('data-run')) ?? '';
  await desk.getByRole('button', { name: '立即对账' }).click();
  await expect(shown).not.toHaveAttribute('data-run', before, { timeout: 30_000 });
  await expect(desk.getByRole('button', { name: '立即对账' })).toBeEnabled();
}

test('finance pays a merchant once, and the merchant sees it', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(90_000);
  const shop = await earned();
  const desks = await browser.newContext({ locale: 'zh-CN' });
  const desk = await desks.newPage();
  await signInAs(desks, 'finance@guildhall.example');
  await desk.goto(`/ops/payouts/new?merchantId=${shop.merchantId}`);
  await expectAccessible(desk);
  const reference = `CMB${Date.now()}`;
  await field(desk, 'amount').fill('190.01');
  await field(desk, 'bankReference').fill(reference);
  await desk.getByRole('button', { name: '记录付款' }).click();
  await expect(desk.getByText('超出应付余额', { exact: false })).toBeVisible();
  await field(desk, 'amount').fill('100');
  await desk.getByRole('button', { name: '记录付款' }).click();
  await desk.waitForURL(/payouts\/po_\w+$/);
  await expect(desk.getByText(reference).first()).toBeVisible();
  await expectAccessible(desk);
  await checkBooks(desk);
  await expect(desk.getByText(shop.merchantId)).toHaveCount(0);
  await expectAccessible(desk);
  await desk.goto(`/ops/fee-invoices/new?q=${shop.merchantId}`);
  await expectAccessible(desk);
  await desk.locator(`a[href="/ops/fee-invoices/new?merchantId=${shop.merchantId}"]`).click();
  await expect(field(desk, 'amount')).toHaveValue('10.00');
  await desks.close();

  await signInAs(context, shop.ownerEmail);
  await page.goto('/merchant/payouts');
  await expect(page.getByText('¥90.00').first()).toBeVisible();
  await expect(page.getByText(reference)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/merchant/fee-invoices');
  await expect(page.getByText('还没有平台费发票')).toBeVisible();
  await expectAccessible(page);
});
