import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Opens the dialog of a decision with its key, `a` or `r`. A key that is pressed before the page has its script goes
 * unheard, so it is pressed until the dialog is there.
 */
export async function openDecision(desk: Page, key: 'a' | 'r'): Promise<Locator> {
  const dialog = desk.locator('dialog[open]');
  await expect(async () => {
    await desk.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return dialog;
}
