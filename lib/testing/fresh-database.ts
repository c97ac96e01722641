import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { createDatabase, dropDatabase, siblingDatabase } from '../../db/databases';

// Runs before each test file: its own copy of the migrated database and its own empty folder for files, so that
// nothing a file does is seen by another. Tests reach them through the settings, as the application does.
const template = inject('template');
const url = siblingDatabase(inject('server'), `${template}_${randomBytes(6).toString('hex')}`);
await createDatabase(url, template);
const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-files-'));
process.env.DATABASE_URL = url;
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  await dropDatabase(url);
  rmSync(dataDir, { recursive: true, force: true });
});
