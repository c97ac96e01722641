import { expect, type Page, test } from '@playwright/test';
import { makePdf } from '@/lib/files/samples/pdf';
import { newPerson } from '../support/people';
import { signInAs } from '../support/sign-in';

const UPLOADS = '**/api/ui/files';
const WAITING = '正在等待文件上传完成';

async function fillIn(page: Page) {
  await page.goto('/account/identity');
  await page.locator('main [name=name]').fill('周慢慢');
  await page.locator('main [name=idNumber]').fill('11010519491231002X');
  for (const [index, side] of ['人像面.pdf', '国徽面.pdf'].entries()) {
    const buffer = await makePdf(side, [`${side} ${Date.now()}`]);
    await page
      .locator('main input[type=file]')
      .nth(index)
      .setInputFiles({ name: side, mimeType: 'application/pdf', buffer });
  }
}

test('a form that is sent while files still travel waits for them and then sends itself', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('slow');
  await signInAs(context, email);
  await page.route(UPLOADS, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await fillIn(page);
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByRole('status').filter({ hasText: WAITING })).toBeVisible();
  await expect(page.getByText('110***********002X')).toBeVisible();
});

test('a file that is lost on the way stops the form, and is sent again', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('lost');
  await signInAs(context, email);
  let lost = 0;
  await page.route(UPLOADS, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    lost += 1;
    return lost === 1 ? route.abort() : route.continue();
  });
  await fillIn(page);
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByRole('status').filter({ hasText: WAITING })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '有文件没有传完' })).toBeVisible();
  await expect(page.locator('main [name=name]')).toHaveValue('周慢慢');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('[data-uploading], [data-upload-lost]')).toHaveCount(0);
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByText('110***********002X')).toBeVisible();
});

test('a file that is chosen before the page has come to life is sent all the same', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('early');
  await signInAs(context, email);
  let alive = () => {};
  const script = new Promise<void>((resolve) => {
    alive = resolve;
  });
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await script;
    await route.continue();
  });
  await page.goto('/account/identity', { waitUntil: 'commit' });
  const buffer = await makePdf('人像面', [`人像面 ${Date.now()}`]);
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: '人像面.pdf', mimeType: 'application/pdf', buffer });
  alive();
  await expect(
    page.locator('.upload__item[data-state="done"]').filter({ hasText: '人像面.pdf' }),
  ).toBeVisible();
});
