import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryFor, missingOptional } from './lockfile.mjs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('the lockfile names the packages of every system (npm run lock:complete)', () => {
  expect(missingOptional(packages)).toEqual([]);
});

test('the lockfile holds no download addresses', () => {
  for (const [path, one] of Object.entries<{ resolved?: string; link?: boolean }>(packages))
    if (!one.link) expect(one.resolved, path).toBeUndefined();
});

test('a missing one is found wherever it is looked for, and its system is read from its name', () => {
  const some = {
    '': {},
    'node_modules/a': {
      optionalDependencies: { 'a-darwin-arm64': '1.2.3', 'a-linux-x64': '1.2.3' },
    },
    'node_modules/a/node_modules/a-linux-x64': {},
  };
  expect(missingOptional(some)).toEqual([
    { name: 'a-darwin-arm64', version: '1.2.3', of: 'node_modules/a' },
  ]);
  expect(entryFor({ name: '@x/a-linux-arm64-musl', version: '1.2.3' })).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
});
