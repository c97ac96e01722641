import { expect, type Page, test } from '@playwright/test';
import { makePicture } from '@/lib/files/samples/pictures';
import { attachPicture, field, newCompany } from '../support/company';
import { signInAs, siteDatabase } from '../support/sign-in';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const MB = 1024 * 1024;

const picture = () => makePicture({ width: 168, height: 70, format: 'png', letters: 'H' });

/** What may be handed in as a logo, and the sentence that each gets. */
const REFUSED: [name: string, body: () => Promise<Buffer> | Buffer, sentence: string][] = [
  ['标识.jpg', picture, '文件扩展名是 JPG，内容却是 PNG 格式'],
  ['标识.png', () => Buffer.from('not a picture'), '内容却不是该格式'],
  ['空文件.png', () => Buffer.alloc(0), '文件大小为 0 字节'],
  ['大图.png', async () => Buffer.concat([await picture(), Buffer.alloc(5 * MB)]), '超过 5 MB'],
  ['标识.svg', () => Buffer.from(SVG), '不支持 SVG 图片'],
  ['伪装.png', () => Buffer.from(SVG), '不支持 SVG 图片'],
];

const logo = (page: Page) => page.locator('[data-field="logoFileId"]');

async function storedFiles(accountId: string): Promise<number> {
  const sql = siteDatabase();
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from file where uploaded_by = ${accountId}`;
  await sql.end();
  return row?.count ?? -1;
}

test('files that are not what they say are refused by the field, and the form stays as it was', async ({
  page,
  context,
}) => {
  const { email } = await newCompany();
  const accountId = await signInAs(context, email);
  await page.goto('/merchant/onboarding');
  await page.getByRole('button', { name: '开始填写' }).click();
  await field(page, 'website').fill('https://www.yuanhang.example');
  await field(page, 'introduction').fill('专注港口与物流行业的数据平台建设，提供规划与实施服务。');
  await attachPicture(page, 'logoFileId', '远航 标识.png');

  for (const [name, body, sentence] of REFUSED) {
    await logo(page)
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'image/png', buffer: await body() });
    const refused = logo(page).locator('[data-state="refused"]');
    await expect(refused).toContainText(name);
    await expect(refused).toContainText(sentence);
    // The picture that was there before is still there.
    await expect(logo(page).getByRole('link', { name: '远航 标识.png' })).toBeVisible();
    await expect(field(page, 'logoFileId')).toHaveCount(1);
  }
  expect(await storedFiles(accountId)).toBe(1);
  await expect(field(page, 'website')).toHaveValue('https://www.yuanhang.example');
  await expect(page.locator('.autosave')).toHaveAttribute('data-kind', 'saved');
  await page.reload();
  await expect(field(page, 'introduction')).toHaveValue(/专注港口与物流/);
  await expect(logo(page).getByRole('link', { name: '远航 标识.png' })).toBeVisible();
});
