import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { deal, decide, expectLog } from '../support/delivery';
import { mailTo } from '../support/mail';
import { addProof, openRefundForm, openRequest, requestRefund } from '../support/refund';
import { signInAs, siteDatabase } from '../support/sign-in';

/** Fen of the accounts of a buyer and a merchant, by kind. */
async function moneyOf(buyerId: string, merchantId: string): Promise<Record<string, string>> {
  const sql = siteDatabase();
  const rows = await sql<{ kind: string; balance: string }[]>`
    select kind, balance::text from ledger_account
    where guarded and (buyer_id = ${buyerId} or merchant_id = ${merchantId})`;
  await sql.end();
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, balance]));
}

test('a customer asks for all of the money back, the merchant agrees, and it is back within seconds', async ({
  page,
  context,
}) => {
  const made = await deal({ price: 360_000n });
  await openRefundForm(page, context, made);
  await expectAccessible(page);
  await expect(page.getByLabel('退款金额')).toHaveValue('3600.00');

  // More than was paid, and no reason: each is told at its own field, and what was typed stays.
  await page.getByLabel('退款金额').fill('3,600.01');
  await page.getByRole('button', { name: '申请退订' }).click();
  const question = page.locator('dialog[open]');
  await expect(question.getByText(/3,?600\.01/)).toBeVisible();
  await question.getByRole('button', { name: '申请退订' }).click();
  await expect(page.getByText('请填写').first()).toBeVisible();
  await page.getByLabel('退订原因').selectOption({ label: '其他原因' });
  await page.getByRole('button', { name: '申请退订' }).click();
  await question.getByRole('button', { name: '申请退订' }).click();
  await expect(page.getByText('退款金额不能超过实付金额 ¥3600.00。')).toBeVisible();
  await page.getByLabel('退款金额').fill('3600');
  await requestRefund(page, { amount: '3600', reason: '商家未按时开始或交付', share: true });
  await expect(page.getByText('待商家审核').first()).toBeVisible();
  await expectAccessible(page);
  const address = page.url();

  await openRequest(page, context, made.ownerEmail);
  expect(await mailTo(made.ownerEmail, /^客户申请退订/)).toContain('¥3,600.00');
  await expect(page.getByText('轮到您')).toBeVisible();
  await expect(page.getByText('13800000000')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '同意退订' }).click();
  await page.waitForURL(/agree$/);
  await expectAccessible(page);
  // Nothing is partial: no acceptance document is asked for, but the record of the agreement is.
  await expect(page.getByText('已交付部分的验收文档')).toHaveCount(0);
  await page.getByLabel('审核意见').fill('双方协商一致，同意全额退款。');
  await page.getByRole('button', { name: '同意退订' }).click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByText('¥3,600.00')).toBeVisible();
  await dialog.getByRole('button', { name: '同意退订' }).click();
  await expect(page.getByText('请上传该文档。')).toBeVisible();
  await addProof(page, '协商记录', '协商记录.pdf');
  await page.getByRole('button', { name: '同意退订' }).click();
  await dialog.getByRole('button', { name: '同意退订' }).click();
  await page.waitForURL(/refunds\/rf_\w+$/);
  await expect(async () => {
    await page.reload();
    await expect(page.locator('.page-head').getByText('已退款')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectLog(page, ['申请退订', '同意退订', '退款到账']);

  await signInAs(context, made.buyerEmail);
  await page.goto(address);
  await expect(page.getByText('双方协商一致，同意全额退款。').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '协商记录.pdf' }).first()).toBeVisible();
  await page.goto(`/buyer/orders/${made.orderId}`);
  await expect(page.locator('.page-head').getByText('已完成')).toBeVisible();
  await expect(page.getByText('全额退款', { exact: true })).toBeVisible();
  await page.goto('/buyer/balance');
  await expect(page.locator('tbody').getByText('订单退款').first()).toBeVisible();
  expect(await moneyOf(made.buyerId, made.merchantId)).toMatchObject({
    balance: '360000',
    guarantee: '0',
  });
  expect(await mailTo(made.buyerEmail, /^退款已到账/)).toContain('¥3,600.00');
});

test('a rejected request is made again for a part, which the merchant agrees to with the acceptance document', async ({
  page,
  context,
}) => {
  const made = await deal({ price: 360_000n });
  await openRefundForm(page, context, made);
  await requestRefund(page, { reason: '不再需要该服务' });
  const first = page.url();

  await openRequest(page, context, made.ownerEmail);
  // Without consent there is nobody's phone here.
  await expect(page.getByText('客户未同意提供联系方式。')).toBeVisible();
  await page.getByRole('button', { name: '驳回退订' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('审核意见').fill('第一阶段已经交付，请按未交付部分申请。');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '驳回退订' }).click();
  await expect(page.locator('.page-head').getByText('商家已驳回')).toBeVisible();

  await signInAs(context, made.buyerEmail);
  await page.goto(first);
  await expect(page.getByText('第一阶段已经交付，请按未交付部分申请。').first()).toBeVisible();
  expect(await mailTo(made.buyerEmail, /^商家驳回退订/)).toContain('第一阶段已经交付');
  await page.getByRole('link', { name: '再次申请退订' }).click();
  await page.waitForURL(/refund$/);
  await requestRefund(page, { amount: '1,000', reason: '已与商家协商一致' });
  await expect(page.getByText('第 2 次申请').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '该订单的其他退订申请' })).toBeVisible();

  await openRequest(page, context, made.ownerEmail);
  await page.getByRole('link', { name: '同意退订' }).click();
  await page.waitForURL(/agree$/);
  await page.getByLabel('审核意见').fill('同意退还未交付部分。');
  await addProof(page, '协商记录', '协商邮件.pdf');
  await page.getByRole('button', { name: '同意退订' }).click();
  // What is kept is shared as on completion: 2,600.00 less 5 %.
  await expect(dialog.getByText('¥2,470.00')).toBeVisible();
  await expect(dialog.getByText('¥130.00')).toBeVisible();
  await dialog.getByRole('button', { name: '同意退订' }).click();
  await expect(page.getByText('请上传该文档。')).toBeVisible();
  await addProof(page, '已交付部分的验收文档', '第一阶段验收.pdf');
  await page.getByRole('button', { name: '同意退订' }).click();
  await dialog.getByRole('button', { name: '同意退订' }).click();
  await page.waitForURL(/refunds\/rf_\w+$/);
  await expect(async () => {
    expect(await moneyOf(made.buyerId, made.merchantId)).toMatchObject({
      balance: '100000',
      payable: '247000',
      guarantee: '0',
    });
  }).toPass();
  await page.goto(`/merchant/orders/${made.orderId}`);
  await expect(page.getByText('部分退款')).toBeVisible();
  await expectAccessible(page);
});

test('a request is withdrawn, found again in its list, and its order can be refunded anew', async ({
  page,
  context,
}) => {
  const made = await deal({ price: 120_000n });
  await openRefundForm(page, context, made);
  await requestRefund(page, { reason: '下错单或选错规格' });
  await page.goto(`/buyer/orders/${made.orderId}/refund`);
  await expect(page.getByText('该订单已有处理中的退订申请。')).toBeVisible();
  await page.getByRole('link', { name: '查看退订申请' }).click();
  await decide(page, '撤回退订');
  await expect(page.locator('.page-head').getByText('已撤回')).toBeVisible();
  expect(await mailTo(made.ownerEmail, /^客户撤回了退订/)).toContain('继续交付');
  await page.goto('/buyer/refunds?state=withdrawn');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expectAccessible(page);
  await page.goto('/buyer/refunds/orders');
  await expectAccessible(page);
  await page.getByRole('link', { name: '申请退订' }).click();
  await expect(page.getByLabel('退款金额')).toHaveValue('1200.00');

  const request = (await page.request.get('/api/ui/exports/buyer-refunds?format=csv')).text();
  expect(await request).toContain('下错单或选错规格');
  await signInAs(context, 'arbiter@guildhall.example');
  await page.goto('/ops/refunds');
  await expectAccessible(page);
  await page.locator('tbody a').first().click();
  await page.waitForURL(/refunds\/rf_\w+$/);
  await expect(page.getByRole('button', { name: '同意退订' })).toHaveCount(0);
  const address = page.url();
  await signInAs(context, 'buyer@guildhall.example');
  const stranger = await page.goto(address.replace('/ops/', '/buyer/'));
  expect(stranger?.status()).toBe(404);
  await signInAs(context, 'admin@guildhall.example');
  await page.goto('/ops/settings/refund.rules');
  await expect(page.getByRole('cell', { name: '人工服务', exact: true })).toBeVisible();
});
