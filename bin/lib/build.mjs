import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';
import { hashOf } from './sources.mjs';

const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'public',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const IRRELEVANT = /(^|\/)(testing|factories|seed|migrations)$|\.(test|test-d)\.tsx?$|\.sql$/;
const STAMP = '.next/guildhall-sources';

/** A hash of everything that the production build is made from. */
const sourcesHash = () => hashOf(SOURCES, IRRELEVANT);

/** Whether the production build matches the sources. */
export function built() {
  return (
    existsSync('.next/BUILD_ID') &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === sourcesHash()
  );
}

/** Makes the production build unless it matches the sources. */
export async function build() {
  if (built()) return;
  const hash = sourcesHash();
  rmSync(STAMP, { force: true });
  await step('Building', () =>
    mustRun(
      'The build failed.',
      process.execPath,
      [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      {
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      },
    ),
  );
  mkdirSync('.next', { recursive: true });
  writeFileSync(STAMP, hash);
}
