import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`what visitors see is accessible at ${width} px in ${theme}`, async ({
      page,
      baseURL,
    }) => {
      await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/', '/products', '/sign-in', '/sign-up', '/forgot-password']) {
        await page.goto(path);
        await expect(page.locator('main')).toBeVisible();
        await expectAccessible(page);
      }
    });
  }
}
