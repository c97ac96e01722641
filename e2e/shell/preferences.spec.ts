import { expect, test } from '@playwright/test';

test('a chosen language stays, and the page says it to screen readers', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByLabel('语言').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a chosen theme is in the first byte, so nothing flashes', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('外观').click();
  await page.getByRole('button', { name: '深色' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const html = await (await page.request.get('/sign-in')).text();
  expect(html).toContain('data-theme="dark"');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByLabel('外观').click();
  await page.getByRole('button', { name: '浅色' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
    ground,
  );
});

test.describe('without a choice', () => {
  test.use({ colorScheme: 'dark' });
  test('the system decides between light and dark', async ({ page }) => {
    await page.goto('/sign-in');
    const scheme = await page.evaluate(
      () => getComputedStyle(document.documentElement).colorScheme,
    );
    expect(scheme).toBe('dark');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('language, theme and forms still work', async ({ page }) => {
    await page.goto('/sign-in');
    await page.locator('summary[aria-label="语言"]').click();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.locator('[name="email"]').fill('nobody@example.com');
    await page.locator('[name="password"]').fill('not the password');
    await page.locator('main [type="submit"]').click();
    await expect(page.getByRole('alert').first()).toBeVisible();
  });
});
