import { join } from 'node:path';
import { chromium } from './lib/browser.mjs';
import { build } from './lib/build.mjs';
import { run } from './lib/run.mjs';
import { sentence } from './lib/say.mjs';
import { startSite } from './lib/site.mjs';

/**
 * `npm run e2e [-- path …]`: Playwright journeys against the production build, with a real worker, on a fresh demo.
 * With E2E_BASE_URL set, against the site that runs there.
 */
try {
  const browser = await chromium();
  const env = { ...process.env, ...(browser && { E2E_CHROMIUM: browser }) };
  let site;
  if (!env.E2E_BASE_URL) {
    await build();
    site = await startSite({ log: 'test-results/site.log' });
    Object.assign(env, {
      E2E_BASE_URL: site.url,
      DATABASE_URL: site.databaseUrl,
      DATA_DIR: site.dataDir,
      AUTH_SECRET: site.secret,
      DEMO: 'on',
    });
  }
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  const args = [cli, 'test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { env, show: true });
  await site?.stop();
  process.exitCode = code;
} catch (error) {
  console.error(`✗ ${sentence(error)}`);
  process.exitCode = 1;
}
