import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import {
  attachPicture,
  confirmRealName,
  field,
  fillCompanyForm,
  inventCompany,
} from '../support/company';
import { linkIn, mailTo } from '../support/mail';
import { newEmail, newPhone, PASSWORD } from '../support/people';
import { openDecision } from '../support/review';
import { withoutUndoTime } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

let giveUndoBack: () => Promise<void>;
test.beforeAll(async () => {
  giveUndoBack = await withoutUndoTime();
});
test.afterAll(async () => giveUndoBack());

const send = (page: Page) => page.locator('main form [type=submit]').first().click();
const preview = (page: Page) => page.locator('.wizard__aside');

/** What the server keeps of a company's unfinished form. */
async function draftOf(name: string): Promise<unknown> {
  const sql = siteDatabase();
  const [row] = await sql<{ content: unknown }[]>`
    select content from draft join onboarding on onboarding.id = draft.subject_id
    where onboarding.company_name = ${name}`;
  await sql.end();
  return row?.content;
}

/** Short messages kept for a number, newest first. */
async function smsTo(mobile: string): Promise<string[]> {
  const sql = siteDatabase();
  const rows = await sql<{ body: string }[]>`
    select body from message where address = ${mobile} and channel = 'sms' order by id desc`;
  await sql.end();
  return rows.map(({ body }) => body);
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await field(page, 'name').fill('陆远');
  await field(page, 'email').fill(email);
  await field(page, 'phone').fill(newPhone());
  await field(page, 'password').fill(PASSWORD);
  await field(page, 'agreement').check();
  await send(page);
  await page.waitForURL(/check-mail/);
  await page.goto(linkIn(await mailTo(email, '验证您的邮箱')));
  await send(page);
  await expect(page.getByText('邮箱已验证，请登录。')).toBeVisible();
  await page.goto('/sign-in?next=%2Fmerchant%2Fonboarding');
  await field(page, 'email').fill(email);
  await field(page, 'password').fill(PASSWORD);
  await send(page);
  await page.waitForURL(/merchant\/onboarding/);
}

/** Opens the application in the reviewer's list and writes one line per reason. */
async function refuse(desk: Page, reasons: { field: string; rule: string; text: string }[]) {
  const dialog = await openDecision(desk, 'r');
  await dialog.getByRole('button', { name: '驳回' }).click();
  await expect(dialog.getByText('请至少填写一项驳回原因或整体说明。')).toBeVisible();
  for (const [index, reason] of reasons.entries()) {
    if (index > 0) await dialog.getByRole('button', { name: '再加一项' }).click();
    await dialog.locator(`[name="reasons.${index}.field"]`).selectOption(reason.field);
    await dialog.locator(`[name="reasons.${index}.rule"]`).selectOption(reason.rule);
    await dialog.locator(`[name="reasons.${index}.text"]`).fill(reason.text);
  }
  await dialog.getByRole('button', { name: '驳回' }).click();
  await expect(desk.locator('.page-head').getByText('已驳回')).toBeVisible();
}

test('a company signs up, proves its name, applies, is refused, applies again and becomes a merchant', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const company = inventCompany();
  const email = newEmail('fresh');
  const mailbox = newEmail('care');
  const mobile = newPhone();
  const reviewing = await browser.newContext({ locale: 'zh-CN' });
  await signInAs(reviewing, 'reviewer@guildhall.example');
  const desk = await reviewing.newPage();

  await test.step('signs up and has its real name confirmed', async () => {
    await signUp(page, email);
    await expect(page.getByText('尚未完成实名认证', { exact: false })).toBeVisible();
    await page.getByRole('link', { name: '去处理' }).click();
    await page.waitForURL(/account\/identity/);
    await confirmRealName(page, desk, company);
  });

  await test.step('fills in the form, which is kept and previewed', async () => {
    await page.goto('/merchant/onboarding');
    await page.getByRole('button', { name: '开始填写' }).click();
    await expect(page.getByText('填写中').first()).toBeVisible();
    await page.getByRole('button', { name: '提交申请' }).click();
    await expect(page.getByText('请阅读合作协议并勾选同意。')).toBeVisible();
    await expect(
      page.locator('[data-field="introduction"]').getByText('至少 20 个字符'),
    ).toBeVisible();

    await fillCompanyForm(page, { mailbox, mobile });
    await expect(preview(page).getByText('0574-88880000')).toBeVisible();
    await expect(preview(page).getByText('专注港口与物流行业', { exact: false })).toBeVisible();
    await expect(preview(page).getByRole('img', { name: `${company.name}的标识` })).toBeVisible();
    await field(page, 'registeredCapital').fill('49');
    await expect.poll(() => draftOf(company.name)).toMatchObject({ registeredCapital: '49' });
    await page.reload();
    await expect(field(page, 'serviceEmail')).toHaveValue(mailbox);
    await expect(page.getByRole('link', { name: '营业执照.png' })).toBeVisible();
    await expectAccessible(page);
    await page.locator('[name="agreed"]').check();
    await page.getByRole('button', { name: '提交申请' }).click();
    await expect(page.getByText('注册资金不得低于 50 万元。')).toBeVisible();
    await field(page, 'registeredCapital').fill('500');
    await page.getByRole('button', { name: '提交申请' }).click();
    await expect(page.getByText('审核入驻资料').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('is refused with a reason for each field', async () => {
    await desk.goto(`/ops/onboarding?q=${encodeURIComponent(company.name)}`);
    await desk.getByRole('link', { name: company.name }).click();
    await expect(
      desk.getByText('标识清晰完整，没有裁切、变形或模糊', { exact: true }),
    ).toBeVisible();
    await expectAccessible(desk);
    await refuse(desk, [
      { field: 'logoFileId', rule: 'MD-03', text: '标识边缘被裁切，请上传完整的图片' },
      { field: 'introduction', rule: 'MD-09', text: '简介与经营范围雷同，请介绍产品优势' },
    ]);
    const refusal = await mailTo(mailbox, /驳回/);
    expect(refusal).toContain('公司标识 [MD-03]：标识边缘被裁切，请上传完整的图片');
    expect(refusal).toContain('公司简介 [MD-09]：简介与经营范围雷同，请介绍产品优势');
    expect((await smsTo(mobile))[0]).toContain('未通过审核');
  });

  await test.step('finds each reason at its field and applies again', async () => {
    await page.goto('/merchant/onboarding');
    const at = (name: string) => page.locator(`[data-field="${name}"]`);
    await expect(at('logoFileId').getByText('标识边缘被裁切', { exact: false })).toBeVisible();
    await expect(at('introduction').getByText('与经营范围雷同', { exact: false })).toBeVisible();
    await expect(at('website').getByText('驳回', { exact: false })).toHaveCount(0);
    await expectAccessible(page);
    await attachPicture(page, 'logoFileId', '远航 新标识.png');
    await field(page, 'introduction').fill('十年港口数据经验，标准接口开箱即用，交付周期短。');
    await page.locator('[name="agreed"]').check();
    await page.getByRole('button', { name: '重新提交' }).click();
    await expect(page.getByText('审核入驻资料').first()).toBeVisible();
  });

  await test.step('is approved after a look at what differs', async () => {
    await desk.reload();
    await expect(desk.getByText('与上次驳回的内容对比')).toBeVisible();
    await expect(desk.getByText('远航 标识.png').first()).toBeVisible();
    await expect(desk.getByText('远航 新标识.png').first()).toBeVisible();
    await expect(desk.getByText('开箱即用', { exact: false }).first()).toBeVisible();
    await (await openDecision(desk, 'a')).getByRole('button', { name: '通过' }).click();
    await expect(desk.locator('.page-head').getByText('已通过')).toBeVisible();
    await reviewing.close();
    expect(await mailTo(mailbox, /已通过/)).toContain('完成商业信息认证');
    expect((await smsTo(mobile))[0]).toContain('已审核通过');
  });

  await test.step('finds the seller centre open', async () => {
    await page.goto('/merchant');
    await expect(page.getByText('尚未完成商业信息认证')).toBeVisible();
    await expect(page.getByRole('link', { name: '我的商品' })).toBeVisible();
    await expect(page.getByText('GHK••••', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: '显示访问密钥' }).click();
    await expect(page.getByText(/^GHK[\w-]{40}$/)).toBeVisible();
    await expectAccessible(page);
    await page.goto('/merchant/agreements');
    await expect(page.getByRole('link', { name: '通用商品商家合作协议' })).toBeVisible();
  });
});
