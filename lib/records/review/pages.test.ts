import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORKFLOWS } from '@/lib/workflows/all';
import { REVIEW_PAGES } from './pages';

describe('the page of an application', () => {
  it('exists for every workflow with a review, and takes its id', () => {
    for (const { machine } of WORKFLOWS.filter((workflow) => workflow.machine.review)) {
      const path = `app${REVIEW_PAGES[machine.noun]}`;
      expect(existsSync(path), `${machine.noun} at ${path}`).toBe(true);
      expect(readdirSync(path).some((name) => name.startsWith('['))).toBe(true);
    }
  });
});
