import { expect, test } from '@playwright/test';
import { ENTRIES } from '@/components/shell/navigation/all';
import { signInAs } from '../support/sign-in';

const of = (place: 'merchant' | 'ops' | 'buyer') =>
  ENTRIES[place].map(({ href }) => href.split('?')[0] ?? '');

test('a visitor is asked to sign in before every page behind the frames', async ({ page }) => {
  test.setTimeout(120_000);
  for (const href of [...of('buyer'), ...of('merchant'), ...of('ops')]) {
    await page.goto(href);
    await expect(page, href).toHaveURL(/\/sign-in/);
  }
});

test('to a customer the seller centre and operations are not there', async ({ page, context }) => {
  test.setTimeout(120_000);
  await signInAs(context, 'buyer@guildhall.example');
  for (const href of [...of('merchant'), ...of('ops')].filter(
    (path) => path !== '/merchant' && path !== '/merchant/onboarding',
  )) {
    const answer = await page.goto(href);
    expect(answer?.status(), href).toBe(404);
  }
});

test('to a merchant operations are not there, and to operations the seller centre', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await signInAs(context, 'owner@yunfan.example');
  for (const href of of('ops')) expect((await page.goto(href))?.status(), href).toBe(404);
  await signInAs(context, 'reviewer@guildhall.example');
  for (const href of of('merchant').filter(
    (path) => path !== '/merchant' && path !== '/merchant/onboarding',
  )) {
    expect((await page.goto(href))?.status(), href).toBe(404);
  }
});
