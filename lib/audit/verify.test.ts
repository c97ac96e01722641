import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { evidence } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { appendEvidence } from './append';
import { firstBreak } from './verify';
import { verifyLog } from './verify-log';

const write = (stream: string, event: string) =>
  withActor(system('test'), ({ tx, now }) =>
    appendEvidence(tx, {
      stream,
      at: now,
      actor: system('test'),
      noun: 'topUp',
      subjectId: stream,
      event,
      data: { amount: 12n, when: now, list: [1, { b: 1, a: undefined }] },
      tenant: {},
    }),
  );
const read = (stream: string) =>
  getDatabase()
    .select()
    .from(evidence)
    .where(eq(evidence.stream, stream))
    .orderBy(asc(evidence.seq));

describe('a stream of evidence', () => {
  it('stays whole when many write to it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => write('test:parallel', `e${i}`)));
    const rows = await read('test:parallel');
    expect(rows).toHaveLength(20);
    expect(firstBreak(rows)).toBeUndefined();
  });

  it('names the record that was changed, removed or forged', async () => {
    for (const event of ['one', 'two', 'three']) await write('test:forged', event);
    const rows = await read('test:forged');
    expect(firstBreak(rows)).toBeUndefined();
    const [first, second, third] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    expect(firstBreak([first, { ...second, event: 'other' }, third])).toMatchObject({
      seq: 2,
      reason: 'hash',
    });
    expect(firstBreak([first, third])).toMatchObject({ seq: 3, reason: 'gap' });
    expect(firstBreak([first, second, { ...third, previousHash: first.hash }])).toMatchObject({
      seq: 3,
      reason: 'link',
    });
    await getDatabase().execute(
      sql`update evidence set data = '{"amount":"13"}' where stream = 'test:forged' and seq = 1`,
    );
    expect(firstBreak(await read('test:forged'))).toMatchObject({ seq: 1, reason: 'hash' });
  });
});

describe('the whole log', () => {
  it('is followed stream by stream, and its first broken record is named', async () => {
    await write('walk:a', 'one');
    await write('walk:b', 'one');
    await write('walk:b', 'two');
    expect(await verifyLog('walk:')).toMatchObject({ records: 3, streams: 2, broken: undefined });
    await getDatabase().execute(
      sql`update evidence set event = 'three' where stream = 'walk:b' and seq = 2`,
    );
    expect((await verifyLog('walk:')).broken).toMatchObject({
      stream: 'walk:b',
      seq: 2,
      reason: 'hash',
    });
  });
});
