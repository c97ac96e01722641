import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** Unit tests sit beside the code and run on a real PostgreSQL: each test file gets its own fresh, migrated database. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['{app,bench,bin,components,db,lib}/**/*.test.{ts,tsx}'],
    globalSetup: ['lib/testing/cluster.ts'],
    setupFiles: ['lib/testing/fresh-database.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    sequence: { shuffle: { files: false, tests: true } },
    env: {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DEMO: 'on',
      METRICS_TOKEN: 'a token of the unit tests',
      // The test runner itself sets BASE_URL to '/'.
      BASE_URL: 'http://localhost:3000',
      AUTH_SECRET: 'a secret that only the unit tests use',
    },
  },
});
