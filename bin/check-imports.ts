import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { complaint, importsOf } from './checks/imports';

/** Fails when an import points the wrong way (docs/architecture.md, bin/checks/layers.ts). */
const listed = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
  {
    encoding: 'utf8',
  },
);
const files = listed
  .split('\n')
  .filter((path) => /^(app|bench|bin|components|db|e2e|lib)\//.test(path))
  .filter((path) => !/\.test\.tsx?$|\/testing(\/|\.ts$)/.test(path) && existsSync(path));
const all = 'lib/workflows/all.ts';
/** Folders of the workflows in the order of the list itself; imports are sorted by name. */
const order = existsSync(all) ? orderOf(readFileSync(all, 'utf8')) : [];
let wrong = 0;
for (const path of files)
  for (const one of importsOf(path, readFileSync(path, 'utf8'))) {
    const why = complaint(path, one, order);
    if (!why) continue;
    wrong += 1;
    console.error(`${path}:${one.line} imports ${one.target}: ${why}`);
  }
console.log(`${files.length} files, ${wrong} wrong imports`);
process.exitCode = wrong > 0 ? 1 : 0;

function orderOf(text: string): string[] {
  const folders = new Map(
    [...text.matchAll(/import \{ (\w+) \} from '\.\/([^/]+)\//g)].map(([, name, folder]) => [
      name,
      folder ?? '',
    ]),
  );
  const list = text.slice(text.indexOf('WORKFLOWS'));
  return [...folders.keys()]
    .sort((a, b) => list.indexOf(a ?? '') - list.indexOf(b ?? ''))
    .map((name) => folders.get(name) ?? '');
}
