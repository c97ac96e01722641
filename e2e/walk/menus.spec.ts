import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ENTRIES } from '@/components/shell/navigation/all';
import type { Place } from '@/components/shell/navigation/entry';
import { expectAccessible } from '../support/accessible';
import { signInAs } from '../support/sign-in';

/** Who opens which menu; each holds everything in it. */
const READERS: [place: Place, email: string][] = [
  ['store', 'buyer@guildhall.example'],
  ['buyer', 'purchasing@hengtong.example'],
  ['account', 'buyer@guildhall.example'],
  ['merchant', 'owner@yunfan.example'],
  ['ops', 'admin@guildhall.example'],
  ['ops', 'reviewer@guildhall.example'],
  ['ops', 'finance@guildhall.example'],
];

/** Pages that only visitors are offered. */
const FOR_VISITORS = new Set(['/sign-in', '/sign-up']);

const hrefs = (place: Place) =>
  [...new Set(ENTRIES[place].map(({ href }) => href))].filter((href) => !FOR_VISITORS.has(href));

/** A key of the catalogs in the middle of a page: its sentence is missing. */
const MISSING = new RegExp(
  `\\b(?:${readdirSync('lib/i18n/messages/en')
    .map((name) => name.replace('.json', ''))
    .join('|')})\\.[a-z][A-Za-z]+\\.[A-Za-z]`,
);

/** Everything that went wrong in the browser while the pages were open. */
function watch(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  return troubles;
}

for (const [place, email] of READERS) {
  for (const locale of ['zh-CN', 'en'] as const) {
    test(`${email.split('@')[0]} opens every page of the ${place} menu in ${locale}`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      await signInAs(context, email);
      await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
      const troubles = watch(page);
      let opened = 0;
      for (const href of hrefs(place)) {
        const answer = await page.goto(href);
        // What the hat may not see looks as if it were not there; everything else must serve.
        if (answer?.status() === 404) continue;
        expect(answer?.status(), href).toBe(200);
        await expect(page.locator('h1').first(), href).toBeVisible();
        // The page of rules shows keys on purpose.
        if (!href.startsWith('/ops/settings'))
          await expect(page.locator('main').first(), href).not.toContainText(MISSING);
        await expectAccessible(page);
        opened += 1;
      }
      expect(opened).toBeGreaterThan(0);
      expect(troubles).toEqual([]);
    });
  }

  test(`nothing of the ${place} menu scrolls sideways on the phone of ${email.split('@')[0]}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      baseURL: baseURL ?? '',
    });
    await signInAs(context, email);
    const page = await context.newPage();
    const wide: string[] = [];
    for (const href of hrefs(place)) {
      await page.goto(href);
      if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 390) wide.push(href);
    }
    expect(wide).toEqual([]);
    await context.close();
  });
}
