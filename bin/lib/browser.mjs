import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, run } from './run.mjs';
import { step } from './say.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const hasChineseFont = async () => {
  try {
    return (await run('fc-list', [':lang=zh'])).output.trim() !== '';
  } catch {
    return false;
  }
};

/** Whether packages can be installed here: a Debian-like system, as root. */
const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${packages.join(' and ')}`, async () => {
    await mustRun('The package lists could not be read.', 'apt-get', ['update', '-qq'], { env });
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    await mustRun(`${packages.join(' and ')} could not be installed.`, 'apt-get', args, { env });
  });
}

/** Playwright's own Chromium, downloaded when it is not there. */
async function playwrightChromium() {
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return undefined;
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  await step('Installing Chromium', () =>
    mustRun('Chromium could not be installed.', process.execPath, [cli, 'install', 'chromium']),
  );
  return undefined;
}

/**
 * Makes sure that there is a Chromium with Chinese glyphs.
 * @returns {Promise<string | undefined>} the system's browser, or undefined when Playwright has its own
 */
export async function chromium() {
  const wanted = [];
  if (canUseApt()) {
    if (!SYSTEM.some(existsSync)) wanted.push('chromium');
    if (!(await hasChineseFont())) wanted.push('fonts-noto-cjk');
    if (wanted.length > 0) await aptInstall(wanted);
  }
  return SYSTEM.find(existsSync) ?? (await playwrightChromium());
}
