import { readFileSync } from 'node:fs';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';

const lockAt = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
};

/**
 * Whether `node_modules` holds what the lockfile names. npm writes its own record when an installation is whole, so
 * one that was interrupted has none.
 */
export function installed() {
  const here = lockAt('node_modules/.package-lock.json');
  const wanted = Object.entries(lockAt('package-lock.json')).filter(([path]) => path !== '');
  return (
    wanted.length > 0 &&
    wanted.every(
      ([path, { version, optional, link }]) =>
        link || (here[path] ? here[path].version === version : optional),
    )
  );
}

/** Installs exactly the locked dependencies unless they are there. */
export async function install() {
  if (installed()) return;
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  await step('Installing the locked dependencies', () =>
    mustRun(
      'The dependencies could not be installed.',
      command,
      [...before, 'ci', '--include=dev', '--include=optional'],
      {
        env: { ...process.env, NODE_ENV: 'development', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
        shell: command === 'npm' && process.platform === 'win32',
      },
    ),
  );
}
