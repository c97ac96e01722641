import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import {
  confirmSending,
  deal,
  decide,
  expectLog,
  fillDelivery,
  fillRequirement,
  openRecord,
  upload,
} from '../support/delivery';
import { mailTo } from '../support/mail';
import { signInAs, siteDatabase } from '../support/sign-in';

const WHOLE_STORY = ['提交订单', '付款', '服务监管开始', '上传交付凭证', '驳回交付', '确认验收'];

test('a delivery is rejected with a reason, delivered again, accepted, and becomes a service', async ({
  page,
  context,
  browser,
}) => {
  const made = await deal({ price: 360_000n, billing: 'month', periods: 2 });
  const elsewhere = await browser.newContext();
  const customer = await elsewhere.newPage();
  await openRecord(customer, elsewhere, made.buyerEmail, 'buyer');
  await expect(customer.getByText('待交付').first()).toBeVisible();
  await openRecord(page, context, made.ownerEmail, 'merchant');
  const record = page.url().split('/').pop() ?? '';
  await expect(page.getByText('轮到您')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '上传交付凭证' }).click();
  await page.waitForURL(/deliver$/);
  await expectAccessible(page);

  // Nothing is filled in: each document is missed at its own field.
  await confirmSending(page, '确认完成');
  await expect(page.getByText('请上传该文档。')).toHaveCount(2);
  // A script that calls itself a document is refused by its own sentence, and the rest is kept.
  await upload(page, '验收文档').setInputFiles({
    name: '验收.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('#!/bin/sh\necho no\n'),
  });
  await expect(page.getByText(/扩展名是 PDF，内容却是/).first()).toBeVisible();
  await page.getByRole('button', { name: /移除/ }).first().click();
  await page.getByLabel('服务结果描述').fill('两个实例已迁移完成，核对一致。');
  await fillDelivery(page, 1);
  await confirmSending(page, '确认完成');
  await page.waitForURL(new RegExp(`${record}$`));
  await expect(page.getByText('待验收').first()).toBeVisible();
  // The customer's page tells it without being asked.
  await expect(customer.getByText('待验收').first()).toBeVisible({ timeout: 20_000 });
  await elsewhere.close();

  await openRecord(page, context, made.buyerEmail, 'buyer');
  await expect(page.getByText('轮到您')).toBeVisible();
  const href = await page
    .getByRole('link', { name: '验收文档-1.pdf' })
    .first()
    .getAttribute('href');
  const download = await page.request.get(href ?? '');
  expect(download.status()).toBe(200);
  expect((await download.body()).subarray(0, 4).toString()).toBe('%PDF');
  expect(await mailTo(made.buyerEmail, /^商家已交付，请验收/)).toContain('请核对后确认验收');
  await page.getByRole('button', { name: '驳回交付' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('button', { name: '驳回交付' }).click();
  await expect(dialog.getByText('请填写').first()).toBeVisible();
  await dialog.getByLabel('原因').fill('截图中的库名与需求文档不一致。');
  await dialog.getByRole('button', { name: '驳回交付' }).click();
  await expect(page.getByText('待交付').first()).toBeVisible();
  await expectAccessible(page);

  await openRecord(page, context, made.ownerEmail, 'merchant');
  await expect(page.getByText('截图中的库名与需求文档不一致。').first()).toBeVisible();
  await page.getByRole('link', { name: '上传交付凭证' }).click();
  // What was handed in is there to be kept or replaced.
  await expect(page.locator('main form').getByText('验收文档-1.pdf')).toBeVisible();
  await fillDelivery(page, 2);
  await confirmSending(page, '确认完成');
  await page.waitForURL(new RegExp(`${record}$`));

  await openRecord(page, context, made.buyerEmail, 'buyer');
  await expect(page.getByText('第 2 次交付')).toBeVisible();
  await expect(page.getByText('第 1 次交付')).toBeVisible();
  await page.getByRole('button', { name: '确认验收' }).click();
  await expect(page.locator('dialog[open]').getByText(/从交易担保转给商家/)).toBeVisible();
  await expectAccessible(page);
  await page.locator('dialog[open]').getByRole('button', { name: '确认验收' }).click();
  await expect(page.getByText('已完成').first()).toBeVisible();
  // The log tells the buyer the whole story, the merchant's steps too.
  await expectLog(page, WHOLE_STORY);
  await page.getByRole('link', { name: '查看已购服务' }).click();
  await page.waitForURL(/services\/in_\w+$/);
  await expect(page.getByText('从验收时间起算')).toBeVisible();
  await expect(page.getByText('0571-88880000')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/buyer/services');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expectAccessible(page);

  const sql = siteDatabase();
  const [order] = await sql`select state from "order" where id = ${made.orderId}`;
  const balances = await sql<{ id: string; balance: string }[]>`
    select id, balance::text from ledger_account where merchant_id = ${made.merchantId} order by id`;
  await sql.end();
  expect(order?.state).toBe('completed');
  expect(
    Object.fromEntries(balances.map(({ id, balance }) => [id.split(':')[0], balance])),
  ).toEqual({ guarantee: '0', payable: String(720_000 - 36_000) });

  await openRecord(page, context, made.ownerEmail, 'merchant');
  await expectLog(page, WHOLE_STORY);
  expect(await mailTo(made.ownerEmail, /^客户已验收/)).toContain('¥7,200.00');
  await signInAs(context, 'buyer@guildhall.example');
  expect((await page.goto(`/buyer/supervision/${record}`))?.status()).toBe(404);
  expect((await page.request.get(href ?? '')).status()).toBe(404);
});

test('with the requirement step the merchant confirms what the customer wants before it delivers', async ({
  page,
  context,
}) => {
  const made = await deal({ requirementStep: true });
  await openRecord(page, context, made.buyerEmail, 'buyer');
  await page.getByRole('link', { name: '提交需求' }).click();
  await page.waitForURL(/requirement$/);
  await confirmSending(page, '提交需求');
  await expect(page.getByText('请上传该文档。')).toBeVisible();
  await expectAccessible(page);
  const state = async (text: string) => expect(page.getByText(text).first()).toBeVisible();
  await fillRequirement(page, '迁移两个库', '需求文档.docx');
  await confirmSending(page, '提交需求');
  await page.waitForURL(/supervision\/sv_\w+$/);
  await state('待确认需求');

  await openRecord(page, context, made.ownerEmail, 'merchant');
  await decide(page, '驳回需求', '请补充数据量。');
  await state('待提交需求');

  await openRecord(page, context, made.buyerEmail, 'buyer');
  await expect(page.getByText('请补充数据量。').first()).toBeVisible();
  await page.getByRole('link', { name: '提交需求' }).click();
  await page.waitForURL(/requirement$/);
  await expect(page.getByLabel('需求说明')).toHaveValue('迁移两个库');
  await page.getByLabel('需求说明').fill('迁移两个库，共 320 GB');
  await confirmSending(page, '提交需求');
  await page.waitForURL(/supervision\/sv_\w+$/);

  await openRecord(page, context, made.ownerEmail, 'merchant');
  const other = await context.newPage();
  await other.goto(page.url());
  await decide(page, '确认需求');
  await state('待交付');
  await decide(other, '确认需求');
  // The second of two people on one record is told what changed.
  await expect(other.getByText(/已变为|现在是|待交付/).first()).toBeVisible();
  await other.close();
  await expect(page.getByText('第 2 次提交的需求')).toBeVisible();
});

test('lists are found, filtered in their address and exported; the overview leads to what waits', async ({
  page,
  context,
}) => {
  await signInAs(context, 'purchasing@hengtong.example');
  await page.goto('/buyer');
  await expectAccessible(page);
  await page.getByRole('link', { name: /监管订单待您处理/ }).click();
  await expect(page).toHaveURL(/turn=buyer/);
  const waiting = await page.locator('tbody tr').count();
  expect(waiting).toBeGreaterThan(0);
  await expect(page.locator('tbody').getByText('您', { exact: true })).toHaveCount(waiting);

  await signInAs(context, 'owner@yunfan.example');
  await page.goto('/merchant/supervision');
  await expectAccessible(page);
  const all = await page.locator('tbody tr').count();
  await page.goto('/merchant/supervision?node=done');
  const done = await page.locator('tbody tr').count();
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(all);
  const number = (await page.locator('tbody a').first().textContent()) ?? '';
  await page.goto(`/merchant/supervision?q=${number}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.goto('/merchant/supervision?q=%E8%BF%81%E7%A7%BB&node=nonsense&from=2026-99-99');
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
  const csv = await page.request.get('/api/ui/exports/merchant-supervision?format=csv&node=done');
  expect(await csv.text()).toContain(number);
  await signInAs(context, 'buyer@guildhall.example');
  expect((await page.request.get('/api/ui/exports/merchant-supervision')).status()).toBe(404);
});
