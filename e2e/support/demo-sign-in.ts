import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../db/seed/people';

/** Signs a person of the demo in through the form and waits for their first page. */
export async function signInAs(page: Page, key: string): Promise<void> {
  const person = DEMO_PEOPLE.find((one) => one.key === key);
  if (!person) throw new Error(`the demo has nobody called ${key}`);
  await page.goto('/sign-in');
  await page.locator('[name="email"]').fill(person.email);
  await page.locator('[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('main [type="submit"]').click();
  await expect(page).not.toHaveURL(/sign-in/, { timeout: 30_000 });
}
