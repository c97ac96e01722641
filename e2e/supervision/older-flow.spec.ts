import { expect, type Page, test } from '@playwright/test';
import { toDateTimeInput } from '@/lib/i18n/format';
import { expectAccessible } from '../support/accessible';
import {
  addScreenshots,
  confirmSending,
  deal,
  decide,
  expectLog,
  fillDelivery,
  fillRequirement,
  openRecord,
} from '../support/delivery';
import { mailTo } from '../support/mail';
import { withoutUndoTime } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

const STORY = [
  '提交订单',
  '付款',
  '服务监管开始',
  '提交需求',
  '驳回需求',
  '确认需求',
  '上传交付凭证',
  '复核不通过',
  '复核通过',
  '驳回交付',
  '确认验收',
];
const DIGEST = /^[0-9a-f]{10}$/;

let giveUndoBack: () => Promise<void>;
test.beforeAll(async () => {
  giveUndoBack = await withoutUndoTime();
});
test.afterAll(async () => giveUndoBack());

/** The moment an order was paid, as people type it. */
async function paidAt(orderId: string): Promise<[day: string, clock: string]> {
  const sql = siteDatabase();
  const [order] = await sql<{ paidAt: Date }[]>`
    select paid_at as "paidAt" from "order" where id = ${orderId}`;
  await sql.end();
  const [day = '', clock = ''] = toDateTimeInput(order?.paidAt ?? new Date(0)).split('T');
  return [day, clock];
}

/** Opens the question of a review's decision by its key, as soon as the page listens. */
async function ask(page: Page, key: 'a' | 'r') {
  const dialog = page.locator('dialog[open]');
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  return dialog;
}

/** Passes the re-review of a record with everything found in order. */
async function pass(page: Page, record: string) {
  await page.goto(`/ops/supervision/${record}`);
  const dialog = await ask(page, 'a');
  for (const check of await dialog.getByRole('checkbox').all()) await check.check();
  await dialog.getByRole('button', { name: '通过' }).click();
  await expect(page.getByText('待验收').first()).toBeVisible();
}

const here = (page: Page, id: string) => page.waitForURL(new RegExp(`${id}$`));
const counter = (page: Page, label: string) =>
  page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]');

test('an order of the older flow goes from its requirement through the re-review to acceptance', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const made = await deal({
    orderedAt: new Date('2025-03-25T23:50:00+08:00'),
    productClass: 'jointOperation',
    tracks: ['enablementCloud'],
    price: 120_000n,
    billing: 'month',
    periods: 1,
  });

  await test.step('the customer says what it wants, is asked to say more, and says more', async () => {
    await openRecord(page, context, made.buyerEmail, 'buyer');
    await page.getByRole('link', { name: '提交需求' }).click();
    await page.waitForURL(/requirement$/);
    await fillRequirement(page, '迁移订单库', '需求文档.docx');
    await confirmSending(page, '提交需求');
    await expect(page.getByText('待确认需求').first()).toBeVisible();

    await openRecord(page, context, made.ownerEmail, 'merchant');
    expect(await mailTo(made.ownerEmail, /^客户提交了需求/)).toContain('请查看并确认');
    await decide(page, '驳回需求', '请补充数据量。');
    await expect(page.getByText('待提交需求').first()).toBeVisible();

    await openRecord(page, context, made.buyerEmail, 'buyer');
    expect(await mailTo(made.buyerEmail, /^需求被驳回/)).toContain(
      '（第 1 次）。原因：请补充数据量。',
    );
    await expect(counter(page, '需求被驳回')).toHaveText('1 次');
    await page.getByRole('link', { name: '提交需求' }).click();
    await page.waitForURL(/requirement$/);
    await page.getByLabel('需求说明').fill('迁移订单库，共 320 GB');
    await confirmSending(page, '提交需求');
    await expect(page.getByText('待确认需求').first()).toBeVisible();

    await openRecord(page, context, made.ownerEmail, 'merchant');
    expect(await mailTo(made.ownerEmail, /^客户重新提交了需求/)).toContain('重新提交');
    await decide(page, '确认需求');
    await expect(page.getByText('待交付').first()).toBeVisible();
  });

  const record = page.url().split('/').pop() ?? '';
  const [day, clock] = await paidAt(made.orderId);

  await test.step('the merchant delivers what the scene asks for', async () => {
    await page.getByRole('link', { name: '上传交付凭证' }).click();
    await page.waitForURL(/deliver$/);
    await fillDelivery(page, 1, 2);
    await page.getByLabel('服务实际开通时间').first().fill('2025-03-26');
    await confirmSending(page, '确认完成');
    // The older page asks for words, the scene for three pictures, the order for a time after its payment.
    await expect(page.getByText('请填写').first()).toBeVisible();
    await expect(page.getByText('请至少上传 3 个文件。').first()).toBeVisible();
    await expect(page.getByText('实际开通时间不能早于客户付款的时间。').first()).toBeVisible();
    await page.getByLabel('服务结果描述').fill('订单库已迁移，核对一致。');
    await addScreenshots(page, 2, 1);
    await page.getByLabel('服务实际开通时间').first().fill(day);
    await page.getByPlaceholder('00:00').fill(clock);
    await confirmSending(page, '确认完成');
    await here(page, record);
    await expect(page.getByText('平台复核中').first()).toBeVisible();
  });

  await test.step('the platform looks at the documents, refuses, and passes what is mended', async () => {
    await signInAs(context, 'reviewer@guildhall.example');
    await page.goto(`/ops/supervision/${record}`);
    await expectAccessible(page);
    const dialog = await ask(page, 'a');
    await dialog.getByLabel('商品名称与规格和订单完全一致').check();
    await dialog.getByRole('button', { name: '通过' }).click();
    await expect(dialog.getByText('还有核对项未通过，不能复核通过。').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await ask(page, 'r');
    await dialog.getByLabel('原因').fill('验收文档缺少客户签字。');
    await dialog.getByRole('button', { name: '驳回' }).click();
    await expect(page.getByText('待交付').first()).toBeVisible();

    await openRecord(page, context, made.ownerEmail, 'merchant');
    expect(await mailTo(made.ownerEmail, /^复核不通过/)).toContain('验收文档缺少客户签字。');
    await expect(counter(page, '复核未通过')).toHaveText('1 次');
    await page.getByRole('link', { name: '上传交付凭证' }).click();
    await page.waitForURL(/deliver$/);
    await confirmSending(page, '确认完成');
    await here(page, record);

    await signInAs(context, 'reviewer@guildhall.example');
    await pass(page, record);
  });

  await test.step('the customer rejects once, then accepts; the service is valid from its enabling', async () => {
    await openRecord(page, context, made.buyerEmail, 'buyer');
    expect(await mailTo(made.buyerEmail, /^复核通过，请验收/)).toContain('请核对后确认验收');
    await decide(page, '驳回交付', '核对表缺第三张表。');
    await expect(page.getByText('待交付').first()).toBeVisible();

    await openRecord(page, context, made.ownerEmail, 'merchant');
    expect(await mailTo(made.ownerEmail, /^客户驳回了交付/)).toContain('（第 1 次）');
    await expect(counter(page, '交付被驳回')).toHaveText('1 次');
    await page.getByRole('link', { name: '上传交付凭证' }).click();
    await page.waitForURL(/deliver$/);
    await confirmSending(page, '确认完成');
    await here(page, record);
    await signInAs(context, 'reviewer@guildhall.example');
    await pass(page, record);

    await openRecord(page, context, made.buyerEmail, 'buyer');
    await decide(page, '确认验收');
    await expect(page.getByText('已完成').first()).toBeVisible();
    await expectLog(page, STORY);
    await expect(page.locator('.timeline__digest').first()).toHaveText(DIGEST);
    await page.getByRole('link', { name: '查看已购服务' }).click();
    await page.waitForURL(/services\/in_\w+$/);
    await expect(page.getByText('从服务实际开通时间起算')).toBeVisible();
    await expect(page.getByText(`${day} – `).first()).toBeVisible();
    await page.goto(`/buyer/orders/${made.orderId}`);
    await expect(page.getByText('已完成').first()).toBeVisible();
  });

  await openRecord(page, context, made.ownerEmail, 'merchant');
  await expectLog(page, STORY);
  expect(await mailTo(made.ownerEmail, /^客户已验收/)).toContain('¥1,200.00');
});
