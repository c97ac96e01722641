import { readFileSync, writeFileSync } from 'node:fs';
import { entryFor, missingOptional } from './lib/lockfile.mjs';

/** `npm run lock:complete`: names in the lockfile the packages of other systems that npm left out. Run after every `npm install`. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = missingOptional(lock.packages);
for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one);
const { '': root, ...rest } = lock.packages;
const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
if (missing.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages added to the lockfile`);
