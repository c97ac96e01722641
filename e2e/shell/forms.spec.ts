import { expect, test } from '@playwright/test';
import { signInAs } from '../support/demo-sign-in';
import { newPerson } from '../support/people';
import { signInAs as signInWithoutForm } from '../support/sign-in';

test('a refused form keeps what was typed and leads to the first wrong field', async ({ page }) => {
  await page.goto('/sign-up');
  await page.locator('[name="name"]').fill('周到');
  await page.locator('[name="email"]').fill('not an address');
  await page.locator('main [type="submit"]').click();
  const email = page.locator('[name="email"]');
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toBeFocused();
  await expect(email).toHaveValue('not an address');
  await expect(page.locator('[name="name"]')).toHaveValue('周到');
  await email.fill('person@example.com');
  await expect(email).not.toHaveAttribute('aria-invalid', 'true');
});

test('a lost connection is a sentence, not a lost form', async ({ page }) => {
  await page.goto('/sign-up');
  await page.locator('[name="name"]').fill('周到');
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.locator('main [type="submit"]').click();
  await expect(page.getByRole('alert').filter({ hasText: '网络连接中断' })).toBeVisible();
  await expect(page.locator('[name="name"]')).toHaveValue('周到');
  await page.context().setOffline(false);
});

test('what was typed is there again after the page was left', async ({ page }) => {
  await signInAs(page, 'admin');
  await page.goto('/ops/review-rules/new');
  const field = page.locator('main form textarea').first();
  await field.fill('a rule in the making');
  await page.waitForFunction(() => Object.keys(localStorage).some((k) => k.includes('draft')));
  await page.goto('/ops');
  await page.goto('/ops/review-rules/new');
  await expect(field).toHaveValue('a rule in the making');
  await page.getByRole('button', { name: '不要了，恢复原样' }).click();
  await expect(field).toHaveValue('');
});

test('what a form says on success is still said on the next page, in whatever frame', async ({
  page,
  context,
}) => {
  const { email } = await newPerson('quick');
  await signInWithoutForm(context, email);
  await page.goto('/account');
  await page.getByRole('button', { name: '保存' }).click();
  const said = page.locator('.toast-card').filter({ hasText: '已保存' });
  await expect(said).toBeVisible();
  await page.goto('/');
  await expect(said).toBeVisible();
  await said.getByRole('button').click();
  await page.reload();
  await expect(page.getByRole('contentinfo')).toBeVisible();
  await expect(said).toHaveCount(0);
});
