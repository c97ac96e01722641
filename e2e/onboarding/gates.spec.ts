import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { newCompany } from '../support/company';
import { newPerson } from '../support/people';
import { openShop } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

test('somebody without a verified company is told what is missing, and where to go', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('visitor');
  await signInAs(context, email);
  await page.goto('/merchant/onboarding');
  await expect(page.getByText('尚未完成实名认证', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: '开始填写' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('link', { name: '去处理' }).click();
  await page.waitForURL(/account\/identity\?kind=enterprise/);
  await expect(page.locator('[name="creditCode"]')).toBeVisible();
});

test('every condition that an account misses says why, and which page opens it', async ({
  page,
  context,
}) => {
  const { email } = await newCompany();
  const { merchantId } = await openShop(100_000n);
  const sql = siteDatabase();
  await sql`update account set phone = null, is_sub_account = true, is_partner_admin = true,
    programmes = '["eliteServiceProvider"]', credit_code =
      (select credit_code from merchant where id = ${merchantId})
    where email = ${email}`;
  await signInAs(context, email);
  await page.goto('/merchant/onboarding');
  const gate = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  await expect(gate('已绑定中国大陆手机号码')).toContainText('请在账号页面填写 11 位');
  await expect(gate('已绑定中国大陆手机号码').getByRole('link')).toHaveAttribute(
    'href',
    '/account',
  );
  await expect(gate('使用主账号')).toContainText('请改用公司主账号申请');
  await expect(gate('非合作伙伴管理员账号')).toContainText('合作伙伴管理员账号不能申请入驻');
  await expect(gate('未加入互斥的伙伴计划')).toContainText('该账号已加入“精英服务商计划”');
  await expect(gate('公司尚未入驻')).toContainText('同一法律主体不能重复入驻');
  await expect(gate('已注册账号并验证邮箱')).toContainText('已满足');
  await expect(gate('已设置登录密码')).toContainText('已满足');
  await expect(gate('已完成企业实名认证')).toContainText('已满足');
  await expect(page.getByRole('button', { name: '开始填写' })).toBeDisabled();
  await expectAccessible(page);
  await sql.end();
});
