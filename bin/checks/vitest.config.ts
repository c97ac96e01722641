import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Checks of the commands themselves: they start and stop the whole house, one after the other, from a finished build. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['bin/checks/**/*.check.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 30_000,
  },
});
