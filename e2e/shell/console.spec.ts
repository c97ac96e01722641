import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { signInAs } from '../support/demo-sign-in';

test('Ctrl K finds a page and goes there, by keyboard alone', async ({ page }) => {
  await signInAs(page, 'admin');
  await page.goto('/ops');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder('输入页面、商品、订单或申请…')).toBeFocused();
  await page.keyboard.insertText('日历');
  await expect(page.getByRole('option').first()).toContainText('日历');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ops\/calendar/);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('filters of a list are in its address and can be taken off one by one', async ({ page }) => {
  await signInAs(page, 'admin');
  await page.goto('/ops/evidence');
  await page.getByRole('searchbox').fill('no-such-record');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=no-such-record/);
  await page.locator('select').first().selectOption({ index: 1 });
  await expect(page).toHaveURL(/q=no-such-record.*&|&.*q=no-such-record/);
  await page.locator('.filters__chip').first().click();
  await expect(page.locator('.filters__chip')).toHaveCount(0);
  await expect(page).toHaveURL(/q=no-such-record/);
  await page.goBack();
  await expect(page.locator('.filters__chip')).toHaveCount(1);
});

const PAGES = [
  '/ops',
  '/ops/queue',
  '/ops/settings',
  '/ops/calendar',
  '/ops/messages',
  '/ops/evidence',
];

for (const theme of ['light', 'dark'] as const) {
  test(`operations' pages are accessible, in ${theme}`, async ({ page, baseURL }) => {
    await signInAs(page, 'admin');
    await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
    for (const path of PAGES) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the navigation opens as a drawer and closes behind the person', async ({ page }) => {
    await signInAs(page, 'admin');
    await page.goto('/ops');
    const calendar = page.getByRole('link', { name: '工作日历' });
    await expect(calendar).toBeHidden();
    await page.getByRole('button', { name: '打开导航' }).click();
    await calendar.click();
    await expect(page).toHaveURL(/calendar/);
    await expect(calendar).toBeHidden();
  });

  test('every control keeps its name', async ({ page }) => {
    await signInAs(page, 'admin');
    for (const path of ['/ops', '/ops/evidence']) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });

  test('no page scrolls sideways', async ({ page }) => {
    await signInAs(page, 'admin');
    for (const path of ['/', '/products', ...PAGES]) {
      await page.goto(path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });
});
