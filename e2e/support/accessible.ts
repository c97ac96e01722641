import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Expects the page as it is now to have no violation of WCAG 2.1 A and AA that axe-core can find; each one is named
 * with the first place where it occurs.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still fading in has the colours of neither its beginning nor its end.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((one) => one.finished.catch(() => undefined)),
    ).then(() => undefined),
  );
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    });
  });
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target.join(' ')})`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
