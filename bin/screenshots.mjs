import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { chromium as installed } from './lib/browser.mjs';
import { build } from './lib/build.mjs';
import { sentence } from './lib/say.mjs';
import { startSite } from './lib/site.mjs';

/** `npm run screenshots`: draws the pictures of the README anew, from the demo as it starts. */
const FOLDER = 'docs/screenshots';
const SIZE = { width: 1440, height: 900 };

const PICTURES = [
  { name: 'store', path: '/' },
  { name: 'merchant', path: '/merchant', email: 'owner@yunfan.example' },
  {
    name: 'supervision',
    path: '/merchant/supervision',
    first: 'tbody a',
    email: 'owner@yunfan.example',
  },
  { name: 'review', path: '/ops/queue', first: 'tbody a', email: 'reviewer@guildhall.example' },
];

/** One picture, in one language, as a person sees it who has just come there. */
async function draw(browser, site, { name, path, first, email }, locale) {
  const context = await browser.newContext({
    viewport: SIZE,
    locale,
    timezoneId: 'Asia/Shanghai',
    baseURL: site.url,
    colorScheme: 'light',
  });
  await context.addCookies([{ name: 'locale', value: locale, url: site.url }]);
  const page = await context.newPage();
  if (email) {
    await page.goto('/sign-in');
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', 'guildhall-demo');
    await page.press('input[name=password]', 'Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }
  await page.goto(path);
  if (first) {
    await page.locator(first).first().click();
    await page.waitForURL((url) => url.pathname !== path);
  }
  await page.waitForLoadState('networkidle');
  const file = join(FOLDER, `${name}.${locale}.webp`);
  await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toFile(file);
  await context.close();
}

let site;
try {
  const executablePath = await installed();
  await build();
  site = await startSite({ log: 'test-results/screenshots.log', env: { DEMO: 'on' } });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const locale of ['en', 'zh-CN'])
    for (const picture of PICTURES) await draw(browser, site, picture, locale);
  await browser.close();
} catch (error) {
  console.error(`✗ ${sentence(error)}`);
  process.exitCode = 1;
} finally {
  await site?.stop();
}
