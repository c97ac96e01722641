import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { WORKFLOWS } from '@/lib/workflows/all';
import { REVIEW_PAGES } from './pages';

it.each(LOCALES)(
  'every workflow has its word in the queue, the log and the clock (%s)',
  (locale) => {
    const words = translator(locale, 'review.kind');
    for (const { machine } of WORKFLOWS) expect(words.has(machine.noun), machine.noun).toBe(true);
  },
);

describe('the page of an application', () => {
  it('exists for every workflow with a review, and takes its id', () => {
    for (const { machine } of WORKFLOWS.filter((workflow) => workflow.machine.review)) {
      const path = `app${REVIEW_PAGES[machine.noun]}`;
      expect(existsSync(path), `${machine.noun} at ${path}`).toBe(true);
      expect(readdirSync(path).some((name) => name.startsWith('['))).toBe(true);
    }
  });
});
