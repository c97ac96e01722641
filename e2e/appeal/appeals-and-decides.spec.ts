import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { delivered, goAs, handInPdf, openQuestion } from '../support/appeal';
import { confirmSending, expectLog } from '../support/delivery';
import { mailTo } from '../support/mail';
import { siteDatabase } from '../support/sign-in';

const ARBITER = 'arbiter@guildhall.example';

test('a customer appeals, the merchant is asked, a part is refunded, and the evidence proves itself', async ({
  page,
  context,
}, info) => {
  const made = await delivered(900_000n);
  await goAs(page, context, made.buyerEmail, `/buyer/supervision/${made.recordId}`);
  await expect(page.getByRole('button', { name: '确认验收' })).toBeVisible();
  await page.getByRole('link', { name: '发起申诉' }).click();
  await page.waitForURL(/appeal$/);
  await expectAccessible(page);

  // Nothing is filled in: each field says what it misses, and nothing was frozen.
  await confirmSending(page, '发起申诉');
  await expect(page.getByText('请选择申诉事由').first()).toBeVisible();
  await page.getByRole('radio', { name: /^交付内容与约定不符/ }).check();
  await page.getByLabel('申诉原因').fill('交付的报告缺少回退预案，与需求文档第三条不符。');
  await page.getByLabel('诉求').fill('请退还一半费用。');
  await handInPdf(page, '其他证据', '往来邮件.pdf');
  await confirmSending(page, '发起申诉');
  await page.waitForURL(/buyer\/appeals\/ap_\w+$/);
  const appealId = page.url().split('/').pop() ?? '';
  await expect(page.getByText('等待运营').first()).toBeVisible();
  await expectAccessible(page);

  // Both sides find the record frozen, with the way to the appeal.
  for (const [portal, email] of [
    ['buyer', made.buyerEmail],
    ['merchant', made.ownerEmail],
  ] as const) {
    await goAs(page, context, email, `/${portal}/supervision/${made.recordId}`);
    await expect(page.getByText('该订单正在申诉中')).toBeVisible();
    await expect(page.getByRole('button', { name: /确认验收|驳回交付/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: '上传交付凭证' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: '发起申诉' })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: '查看申诉' }).first().click();
    await page.waitForURL(new RegExp(`${portal}/appeals/${appealId}$`));
  }
  expect(await mailTo(made.ownerEmail, /^客户发起申诉/)).toContain('缺少回退预案');

  // The arbiter takes it up and asks the merchant.
  await goAs(page, context, ARBITER, '/ops');
  await page.getByRole('link', { name: /待处理的申诉/ }).click();
  await expect(page).toHaveURL(/appeals\?turn=operations/);
  await page.goto(`/ops/appeals/${appealId}`);
  await expect(page.getByText('往来邮件.pdf').first()).toBeVisible();
  await expectAccessible(page);
  const ask = await openQuestion(page, '要求商家补充');
  await expectAccessible(page);
  await ask.getByRole('button', { name: '要求商家补充' }).click();
  await expect(ask.getByText('请填写').first()).toBeVisible();
  await ask.getByLabel('补充要求').fill('请提供回退预案及其移交记录。');
  await ask.getByRole('button', { name: '要求商家补充' }).click();
  await expect(page.getByText('等待商家').first()).toBeVisible();
  expect(await mailTo(made.ownerEmail, /^请补充申诉材料/)).toContain('回退预案及其移交记录');

  await goAs(page, context, made.ownerEmail, `/merchant/appeals/${appealId}`);
  await expect(page.getByText('轮到您')).toBeVisible();
  await page.getByRole('link', { name: '补充说明' }).click();
  await page.waitForURL(/answer$/);
  await expectAccessible(page);
  await page.getByLabel('补充说明').fill('回退预案已于交付前口头说明，书面版见附件。');
  await handInPdf(page, '其他证据', '回退预案.pdf');
  await confirmSending(page, '提交补充');
  await page.waitForURL(new RegExp(`appeals/${appealId}$`));
  await expect(page.getByText('书面版见附件').first()).toBeVisible();

  // What the decision does is said before the button; more than was paid is refused at its field.
  await goAs(page, context, ARBITER, `/ops/appeals/${appealId}`);
  const refund = await openQuestion(page, '部分退款');
  await expect(refund.getByText('监管单关闭，订单结束，不能再恢复')).toBeVisible();
  await refund.getByLabel('退款金额').fill('9000');
  await refund.getByLabel('裁决理由').fill('书面预案未在交付时移交，酌情退还三成。');
  await refund.getByRole('button', { name: '部分退款' }).click();
  await expect(refund.getByText(/部分退款须少于实付金额/)).toBeVisible();
  await refund.getByLabel('退款金额').fill('2,700');
  for (const share of ['¥2,700.00', '¥5,985.00', '¥315.00'])
    await expect(refund.getByText(share, { exact: true })).toBeVisible();
  await refund.getByRole('button', { name: '部分退款' }).click();
  await expect(page.getByText('已裁决').first()).toBeVisible();
  await expect(page.getByText('¥2,700.00').first()).toBeVisible();
  await expectAccessible(page);

  for (const email of [made.buyerEmail, made.ownerEmail]) {
    const mail = await mailTo(email, /^申诉裁决：部分退款/);
    expect(mail).toContain('酌情退还三成');
    expect(mail).toContain('¥2,700.00');
  }
  const sql = siteDatabase();
  const balances = await sql<{ id: string; balance: string }[]>`
    select id, balance::text from ledger_account
    where merchant_id = ${made.merchantId} or buyer_id = ${made.buyerId} order by id`;
  await sql.end();
  expect(
    Object.fromEntries(balances.map(({ id, balance }) => [id.split(':')[0], balance])),
  ).toMatchObject({ guarantee: '0', balance: '270000', payable: String(630_000 - 31_500) });

  // The customer reads the decision and takes the evidence home.
  await goAs(page, context, made.buyerEmail, `/buyer/appeals/${appealId}`);
  await expectLog(page, ['客户发起申诉', '要求商家补充', '商家补充说明', '裁决：部分退款']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出证据包' }).click(),
  ]);
  const bundle = info.outputPath('bundle.zip');
  copyFileSync(await download.path(), bundle);
  const check = (path: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'bin/evidence-check.ts', path], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_ENV: 'test' } as unknown as NodeJS.ProcessEnv,
    });
  const whole = check(bundle);
  expect(whole.stdout).toContain('whole');
  expect(whole.status).toBe(0);
  const bytes = readFileSync(bundle);
  const at = bytes.indexOf('%PDF');
  expect(at).toBeGreaterThan(0);
  bytes[at + 20] = (bytes[at + 20] ?? 0) ^ 1;
  const forged = info.outputPath('forged.zip');
  writeFileSync(forged, bytes);
  const broken = check(forged);
  expect(broken.status).toBe(1);
  expect(broken.stderr).toContain('files/');
  await page.reload();
  await expectLog(page, ['导出证据包']);

  await goAs(page, context, 'buyer@guildhall.example', '/buyer');
  expect((await page.goto(`/buyer/appeals/${appealId}`))?.status()).toBe(404);
  const stolen = await page.request.post(`/api/ui/evidence/${made.orderId}?portal=buyer`);
  expect(stolen.status()).toBe(404);
});

test('a merchant whose customer is out of reach brings its proofs and is paid', async ({
  page,
  context,
}) => {
  const made = await delivered(500_000n);
  await goAs(page, context, made.ownerEmail, `/merchant/supervision/${made.recordId}`);
  await page.getByRole('link', { name: '发起申诉' }).click();
  await page.waitForURL(/appeal$/);
  await page.getByRole('radio', { name: /^联系不上客户/ }).check();
  await page.getByLabel('申诉原因').fill('交付后两周内电话、邮件均联系不上客户。');
  await confirmSending(page, '发起申诉');
  await expect(page.getByText('请上传该文档。')).toHaveCount(2);
  await handInPdf(page, '交付证明', '交付证明.pdf');
  await handInPdf(page, '承诺函', '承诺函.pdf');
  await confirmSending(page, '发起申诉');
  await page.waitForURL(/merchant\/appeals\/ap_\w+$/);
  const appealId = page.url().split('/').pop() ?? '';
  await expect(page.getByText('承诺函.pdf').first()).toBeVisible();
  expect(await mailTo(made.buyerEmail, /^商家发起申诉/)).toContain('联系不上客户');

  // It thinks again, and again.
  await page.getByRole('button', { name: '撤回申诉' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: '撤回申诉' }).click();
  await expect(page.getByText('已撤回').first()).toBeVisible();
  await goAs(page, context, made.ownerEmail, `/merchant/supervision/${made.recordId}/appeal`);
  await page.getByRole('radio', { name: /^联系不上客户/ }).check();
  await page.getByLabel('申诉原因').fill('仍然联系不上客户，请平台代为处理。');
  await handInPdf(page, '交付证明', '交付证明二.pdf');
  await handInPdf(page, '承诺函', '承诺函二.pdf');
  await confirmSending(page, '发起申诉');
  await page.waitForURL(
    (url) => /appeals\/ap_\w+$/.test(url.pathname) && !url.href.includes(appealId),
  );
  const second = page.url().split('/').pop() ?? '';

  await goAs(page, context, ARBITER, `/ops/appeals/${second}`);
  await page.getByRole('button', { name: '领取' }).click();
  await expect(page.getByText('您已领取')).toBeVisible();
  const decision = await openQuestion(page, '按验收完成');
  await decision.getByLabel('裁决理由').fill('交付证明属实，客户失联超过两周。');
  await decision.getByRole('button', { name: '按验收完成' }).click();
  await expect(page.getByText('已裁决').first()).toBeVisible();
  for (const email of [made.buyerEmail, made.ownerEmail])
    expect(await mailTo(email, /^申诉裁决：按验收完成/)).toContain('客户失联超过两周');

  await goAs(page, context, made.ownerEmail, `/merchant/supervision/${made.recordId}`);
  await expect(page.getByText('已完成').first()).toBeVisible();
  await expect(page.getByText('申诉记录')).toBeVisible();
  const sql = siteDatabase();
  const [payable] = await sql<{ balance: string }[]>`
    select balance::text from ledger_account
    where merchant_id = ${made.merchantId} and id like 'payable%'`;
  await sql.end();
  expect(payable?.balance).toBe('475000');
});

test('lists are found, filtered in their address and exported', async ({ page, context }) => {
  await goAs(
    page,
    context,
    ARBITER,
    '/ops/appeals?q=nobody-wrote-this&state=nonsense&from=2026-99-99',
  );
  await expect(page.getByText('没有符合条件的申诉')).toBeVisible();
  await expectAccessible(page);
  const csv = await page.request.get('/api/ui/exports/ops-appeals?format=csv&state=decided');
  expect(await csv.text()).toContain('裁决理由');
  await goAs(page, context, 'buyer@guildhall.example', '/buyer/appeals');
  await expectAccessible(page);
  expect((await page.request.get('/api/ui/exports/ops-appeals')).status()).toBe(404);
});
