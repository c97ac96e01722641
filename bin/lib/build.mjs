import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';

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

function* filesUnder(path) {
  if (IRRELEVANT.test(path) || !existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) yield* filesUnder(`${path}/${name}`);
}

/** A hash of everything that the production build is made from. */
export function sourcesHash() {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES)
    for (const file of filesUnder(source)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

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
