import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siblingDatabase } from '@/db/databases';
import { receiveFile } from '@/lib/files/receive';
import { makePdf } from '@/lib/files/samples/pdf';
import { createMerchant } from '@/lib/testing/actors';
import { testDatabaseUrl } from '@/lib/testing/database';
import { OpenBackup } from './archive';
import { SUMS } from './format';
import { restoreBackup } from './restore';
import { writeBackup } from './write';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-backup-'));
const path = join(folder, 'one.zip');
const target = () => siblingDatabase(testDatabaseUrl(), `restored_${process.pid}`);
let sql: Sql;

/** A command of the house, on another database and another folder. */
const command = (file: string, args: string[], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', `bin/${file}`, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: target(),
      DATABASE_DIRECT_URL: '',
      DATA_DIR: join(folder, 'data'),
      ...env,
    },
  });

const sumsOf = async (file: string) => {
  const backup = await OpenBackup.open(file);
  const { body } = await backup.read(SUMS);
  const lines = (await text(body)).split('\n');
  backup.close();
  return lines.filter((line) => !line.endsWith('manifest.json'));
};

beforeAll(async () => {
  sql = postgres(testDatabaseUrl(), { max: 1, onnotice: () => {} });
  const { owner } = await createMerchant();
  const upload = (name: string) =>
    receiveFile(owner, {
      purpose: 'serviceAgreement',
      name: `${name}.pdf`,
      body: Readable.from([makePdf(name, [name])]),
    });
  await upload('营业执照');
  // Tables that do not fit into one buffer of the connection.
  await sql`insert into rate_limit (key, count, ends_at)
    select 'backup ' || n, n, now() + interval '1 day' from generate_series(1, 20000) n`;
  // People go on working while it is made.
  let made = false;
  const working = (async () => {
    for (let n = 0; !made; n += 1) await upload(`同时上传 ${n}`);
  })();
  await writeBackup(sql, path);
  made = true;
  await working;
});

afterAll(async () => {
  await sql.end();
  rmSync(folder, { recursive: true, force: true });
});

// Each command starts a process of its own.
describe('a backup', { timeout: 120_000 }, () => {
  it('comes back whole: the same rows, files, chains and balances', async () => {
    const { stdout } = await command('restore.ts', [path]);
    expect(stdout).toMatch(/records of the operation log whole, \d+ ledger entries balanced/);
    expect(stdout).not.toContain('AUTH_SECRET');
    const again = join(folder, 'again.zip');
    await command('backup.ts', [again]);
    expect(await sumsOf(again)).toEqual(await sumsOf(path));
  });

  it('goes into an empty database only', async () => {
    const there = { DATABASE_URL: testDatabaseUrl() };
    const refused = await command('restore.ts', [path], there).catch((error) => error);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('in use already');
  });

  it('says so where AUTH_SECRET is another', async () => {
    const { stdout } = await command('restore.ts', [path], {
      DATABASE_URL: siblingDatabase(testDatabaseUrl(), `restored_elsewhere_${process.pid}`),
      AUTH_SECRET: 'another secret of at least 32 characters',
    });
    expect(stdout).toContain('AUTH_SECRET is another');
  });

  it('is refused when one byte of it changed', async () => {
    const bytes = readFileSync(path);
    const at = bytes.indexOf('%PDF') + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const changed = join(folder, 'changed.zip');
    writeFileSync(changed, bytes);
    await expect(OpenBackup.open(changed)).rejects.toThrow(
      /^files\/originals\/.* is not what was written\.$/,
    );
  });

  it('is refused when it is cut off', async () => {
    const cut = join(folder, 'cut.zip');
    writeFileSync(cut, readFileSync(path).subarray(0, -100));
    await expect(OpenBackup.open(cut)).rejects.toThrow('not a whole ZIP file');
  });

  it('is refused when another version of the schema made it', async () => {
    const backup = await OpenBackup.open(path);
    Object.assign(backup.manifest, { migrations: ['of another past'] });
    await expect(restoreBackup(backup, target(), sql)).rejects.toThrow('another version');
    backup.close();
  });

  it('leaves nothing behind when it cannot be written', async () => {
    await expect(writeBackup(sql, join(folder, 'nowhere', 'one.zip'))).rejects.toThrow('ENOENT');
    const [row] = await sql`select 1 as one`;
    expect(row).toEqual({ one: 1 });
  });
});
