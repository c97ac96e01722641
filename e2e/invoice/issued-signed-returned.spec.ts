import { expect, test } from '@playwright/test';
import { makePdf } from '@/lib/files/samples/pdf';
import { expectAccessible } from '../support/accessible';
import { decide, upload } from '../support/delivery';
import {
  chooseOrders,
  confirmAndSend,
  fiscalNumber,
  invoiceScene,
  today,
} from '../support/invoice';
import { mailTo } from '../support/mail';
import { signInAs } from '../support/sign-in';

test('two rates make two invoices; one is issued with its file, signed for, returned and asked for again', async ({
  page,
  context,
}) => {
  const scene = await invoiceScene([
    { price: 106_000n, taxRate: 600 },
    { price: 226_000n, taxRate: 1300 },
  ]);
  await signInAs(context, scene.buyerEmail);
  await chooseOrders(page, 2);
  await expectAccessible(page);
  await confirmAndSend(page, '数电 · 增值税专用发票');
  const planned = page.locator('section', { hasText: '将产生的发票' });
  await expect(planned.getByText('13%')).toBeVisible();
  await expect(planned.getByText('¥260.00')).toBeVisible();
  await expect(planned.getByText('¥60.00')).toBeVisible();
  await expect(planned.getByText('共 2 张，合计 ¥3,320.00')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/invoices\/fp_\w+$/);
  const address = page.url();
  await expect(page.getByText('待开票').first()).toBeVisible();
  await expect(page.getByText('同一申请')).toBeVisible();
  await expectAccessible(page);
  expect(await mailTo(scene.ownerEmail, /^客户申请开票/)).toContain('上海恒通物流有限公司');

  // The merchant misses everything once, then issues.
  await signInAs(context, scene.ownerEmail);
  await page.goto('/merchant/invoices?state=toIssue');
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await expectAccessible(page);
  const id = address.split('/').pop() ?? '';
  await page.goto(`/merchant/invoices/${id}`);
  await page.getByRole('link', { name: '开具发票' }).click();
  await page.waitForURL(/issue$/);
  await page.getByRole('button', { name: '确认开具' }).click();
  await expect(page.getByText('请上传发票文件。').first()).toBeVisible();
  await page.getByLabel('发票号码').fill('123');
  await page.getByLabel('开票日期').fill(today());
  await upload(page, '发票文件').setInputFiles({
    name: '发票.ofd',
    mimeType: 'application/ofd',
    buffer: Buffer.from('#!/bin/sh\necho no\n'),
  });
  await expect(page.getByText(/内容却是/).first()).toBeVisible();
  await page.getByRole('button', { name: /移除/ }).first().click();
  await upload(page, '发票文件').setInputFiles({
    name: '电子发票.pdf',
    mimeType: 'application/pdf',
    buffer: await makePdf('电子发票（增值税专用发票）', [id]),
  });
  await expect(page.locator('[data-uploading]')).toHaveCount(0);
  await page.getByRole('button', { name: '确认开具' }).click();
  await expect(page.getByText('发票号码应为 20 位数字。').first()).toBeVisible();
  await page.getByLabel('发票号码').fill(fiscalNumber(20));
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认开具' }).click();
  await page.waitForURL(new RegExp(`${id}$`));
  await expect(page.getByText('待签收').first()).toBeVisible();

  // The file goes to the mailbox that was named; the customer downloads it and signs.
  expect(await mailTo(scene.mailbox, /的发票$/)).toContain('文件见附件');
  await signInAs(context, scene.buyerEmail);
  await page.goto(address);
  const href = await page.getByRole('link', { name: '下载发票' }).getAttribute('href');
  const file = await page.request.get(href ?? '');
  expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF');
  await decide(page, '签收');
  await expect(page.getByText('已完成').first()).toBeVisible();

  await signInAs(context, scene.ownerEmail);
  await page.goto(`/merchant/invoices/${id}`);
  await decide(page, '退票', '客户要求更换抬头');
  await expect(page.getByText('已退票').first()).toBeVisible();

  await signInAs(context, scene.buyerEmail);
  await page.goto(address);
  await page.getByRole('link', { name: '重新申请开票' }).click();
  await page.waitForURL(/invoices\/apply\?/);
  await confirmAndSend(page, '电子 · 增值税普通发票');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/invoices\/fp_\w+$/);
  await expect(page.getByText('原发票（已退票）')).toBeVisible();
});
