import { expect, test } from '@playwright/test';
import { taxIdOf } from '@/db/factories/invoice';
import { expectAccessible } from '../support/accessible';
import { decide } from '../support/delivery';
import {
  chooseOrders,
  confirmAndSend,
  fiscalNumber,
  invoiceScene,
  today,
} from '../support/invoice';
import { signInAs } from '../support/sign-in';

test('a company sets up its title and address, and gets a small invoice on paper at its own courier cost', async ({
  page,
  context,
}) => {
  const scene = await invoiceScene([{ price: 9_900n, taxRate: 600 }], false);
  await signInAs(context, scene.buyerEmail);
  await page.goto('/buyer/invoice-titles');
  await expectAccessible(page);
  await page.getByRole('button', { name: '添加企业抬头' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('纳税人识别号').fill('91330106MA2000000X');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('请填写正确的纳税人识别号').first()).toBeVisible();
  await dialog.getByLabel('纳税人识别号').fill(taxIdOf(7));
  await dialog.getByLabel('开户银行').fill('招商银行上海分行');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('专票信息须全部填写。').first()).toBeVisible();
  await dialog.getByLabel('开户银行').fill('');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '上海恒通物流有限公司' })).toBeVisible();
  await page.getByRole('button', { name: '添加邮寄地址' }).click();
  await dialog.getByLabel('收件人').fill('王财务');
  await dialog.getByLabel('电话').fill('13800000001');
  await dialog.getByLabel('详细地址').fill('上海市浦东新区世纪大道 100 号 12 楼');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '王财务' })).toBeVisible();

  await chooseOrders(page, 1);
  // Without its bank data the company gets no special invoices, and is told why.
  await expect(page.getByText('须有企业抬头和完整的专票信息').first()).toBeVisible();
  await confirmAndSend(page, '纸质 · 增值税普通发票');
  await expect(page.getByText(/由客户承担/).first()).toBeVisible();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/invoices\/fp_\w+$/);
  const id = page.url().split('/').pop() ?? '';

  await signInAs(context, scene.ownerEmail);
  await page.goto(`/merchant/invoices/${id}/issue`);
  await page.getByLabel('发票代码').fill(fiscalNumber(12));
  await page.getByLabel('发票号码').fill(fiscalNumber(8));
  await page.getByLabel('开票日期').fill(today());
  await page.getByLabel('快递公司').fill('顺丰速运');
  await page.getByLabel('快递单号').fill('SF1234567890');
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认开具' }).click();
  await page.waitForURL(new RegExp(`${id}$`));
  await expect(page.getByText('SF1234567890').first()).toBeVisible();
  await decide(page, '签收');
  await expect(page.getByText('已完成').first()).toBeVisible();
  await expectAccessible(page);
});
