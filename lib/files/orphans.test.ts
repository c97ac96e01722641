import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { createBuyer } from '@/lib/testing/actors';
import { lockContent, originalKey } from './content';
import { sweepOrphans } from './orphans';
import { receiveFile } from './receive';
import { makePdf } from './samples/pdf';
import { makePicture } from './samples/pictures';

let buyer: Actor & { kind: 'buyer' };
beforeAll(async () => {
  buyer = await createBuyer();
});

// Every test begins with an empty store.
beforeEach(() => {
  rmSync(store(), { recursive: true, force: true });
  mkdirSync(store(), { recursive: true });
});

const DAY = 24 * 3_600_000;
const store = () => join(process.env.DATA_DIR ?? '', 'files');
const kept = () =>
  (readdirSync(store(), { recursive: true }) as string[])
    .map((name) => join(store(), name))
    .filter((path) => statSync(path).isFile())
    .sort();
const age = (path: string, ms: number) => {
  const at = new Date(Date.now() - ms);
  utimesSync(path, at, at);
};
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const receive = (purpose: string, name: string, content: Buffer) =>
  receiveFile(buyer, { purpose, name, body: Readable.from([content]) });

/** Hands a file in from a process that is killed when its bytes are kept and its row is not written. */
async function killedUpload(content: Buffer): Promise<string> {
  const sha256 = hashOf(content);
  const from = join(process.env.DATA_DIR ?? '', 'slip.pdf');
  const path = join(store(), originalKey(sha256));
  writeFileSync(from, content);
  let child: ChildProcess | undefined;
  // Under this lock the upload waits right before it writes the row.
  await getDatabase().transaction(async (tx) => {
    await lockContent(tx, sha256);
    const args = ['--import', 'tsx', 'lib/files/testing/send-file.ts', from, buyer.accountId];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    for (const until = Date.now() + 60_000; !existsSync(path) && Date.now() < until; )
      await pause(20);
    const gone = new Promise((done) => child?.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  });
  return path;
}

test('an upload that was killed between its bytes and its row leaves nothing for ever', async () => {
  const path = await killedUpload(await makePdf('被打断', ['上传到一半']));
  expect(kept()).toEqual([path]);
  // It could be an upload that is just under way.
  expect(await sweepOrphans()).toBe(0);
  expect(kept()).toEqual([path]);
  expect(await sweepOrphans(Date.now() + DAY + 60_000)).toBe(1);
  expect(kept()).toEqual([]);
}, 90_000);

test('what a file names stays, with its small pictures, however old', async () => {
  const picture = await makePicture({ width: 300, height: 200, format: 'png' });
  const { id } = await receive('bankSlip', '回单.png', picture);
  const before = kept();
  expect(before).toHaveLength(3);
  for (const path of before) age(path, 2 * DAY);
  expect(await sweepOrphans()).toBe(0);
  expect(kept()).toEqual(before);
  expect(id).toMatch(/^fl_/);
});

test('a write that never ended goes, and what is not ours stays', async () => {
  const before = kept();
  const half = join(store(), '.partial-0c3d');
  const strange = join(store(), 'notes.txt');
  for (const path of [half, strange]) {
    writeFileSync(path, 'x');
    age(path, 2 * DAY);
  }
  expect(await sweepOrphans()).toBe(1);
  expect(kept()).toEqual([...before, strange].sort());
});

test('the same content handed in while the sweep looks at it is kept', async () => {
  const content = await makePdf('再次上传', ['同一份文件']);
  const path = await killedUpload(content);
  age(path, 2 * DAY);
  await Promise.allSettled([sweepOrphans(), receive('bankSlip', '回单.pdf', content)]);
  expect(existsSync(path)).toBe(true);
}, 90_000);
