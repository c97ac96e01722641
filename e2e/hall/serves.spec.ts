import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';

test('the house says that it stands on a current database and a living worker', async ({
  request,
}) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    database: { ok: true },
    migrations: { ok: true },
    worker: { ok: true },
  });
});

test('figures are closed to those without the token', async ({ request }) => {
  expect((await request.get('/api/metrics')).status()).toBe(404);
});

test('every answer carries a request id of ours, whatever the client claims', async ({
  request,
}) => {
  const mine = 'forged-request-id-0001';
  const answer = await request.get('/api/health', { headers: { 'x-request-id': mine } });
  expect(answer.headers()['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

for (const [locale, words] of [
  ['zh-CN', '没有找到这个页面'],
  ['en-GB', 'This page is not here'],
] as const)
  test.describe(`read in ${locale}`, () => {
    test.use({ locale });
    test('an address that does not exist is explained in the reader’s language', async ({
      page,
    }) => {
      const answer = await page.goto('/no-such-page');
      expect(answer?.status()).toBe(404);
      await expect(page.getByText(words).first()).toBeVisible();
      await expectAccessible(page);
    });
  });
