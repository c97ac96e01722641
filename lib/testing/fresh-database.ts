import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { copyDatabase, dropDatabase } from './database';

// Runs before each test file: its own copy of the migrated database and its own empty folder for files, so that
// nothing a file does is seen by another. Tests reach them through the settings, as the application does.
const url = await copyDatabase(inject('server'), inject('template'));
const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-files-'));
process.env.DATABASE_URL = url;
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  await dropDatabase(url);
  rmSync(dataDir, { recursive: true, force: true });
});
