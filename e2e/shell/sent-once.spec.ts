import { expect, type Page, test } from '@playwright/test';
import { newEmail, newPerson } from '../support/people';
import { openShop } from '../support/shop';
import { signInAs, siteDatabase } from '../support/sign-in';

/** Sends the form twice in the same moment, faster than any double click. */
const sendTwice = (page: Page, button: string) =>
  page
    .locator('main form')
    .filter({ has: page.getByRole('button', { name: button }) })
    .evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      form.requestSubmit();
    });

test('an invitation that is sent twice at once is one invitation and one mail', async ({
  page,
  context,
}) => {
  const { ownerEmail } = await openShop(100_000n);
  const email = newEmail('twice');
  await signInAs(context, ownerEmail);
  await page.goto('/merchant/members/invite');
  await page.locator('main [name=email]').fill(email);
  await page.waitForLoadState('networkidle');
  await sendTwice(page, '发送邀请');
  await expect(page).toHaveURL(/members\/invitations/);
  await expect(page.getByText('邀请已发送')).toBeVisible();
  await expect(page.getByRole('cell', { name: email })).toHaveCount(1);
  const sql = siteDatabase();
  const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
    select count(*)::int as count from invitation where email = ${email}`;
  await sql.end();
  expect(count).toBe(1);
});

test('a question is asked once, however often the button is pressed', async ({ page, context }) => {
  const { productId } = await openShop(100_000n);
  const { email } = await newPerson('asker');
  await signInAs(context, email);
  await page.goto(`/products/${productId}`);
  const text = page.locator('main form [name=text]');
  await text.fill('是否支持私有化部署？');
  await page.waitForLoadState('networkidle');
  await sendTwice(page, '提交问题');
  await expect(page.getByText('您的问题正在等待回答')).toHaveCount(1);
  await expect(text).toHaveValue('');
  await text.fill('是否支持私有化部署？');
  await page.getByRole('button', { name: '提交问题' }).click();
  await expect(page.getByText('您已提过这个问题', { exact: false })).toBeVisible();
  await expect(text).toHaveValue('是否支持私有化部署？');
});
