import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { rateLimits } from '@/db/schema';
import { withActor } from '@/lib/engine/with-actor';
import { system } from './actor';
import { consume, sweepLimits } from './limit';

const rule = { limit: 3, seconds: 60 };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 8, 0, seconds));
const tryAt = (key: string, seconds: number) =>
  withActor(system('test'), ({ tx }) => consume(tx, key, rule, at(seconds)));

describe('a rate limit', () => {
  it('allows so many in a window, says when it ends, and starts anew after it', async () => {
    const answers = [];
    for (const second of [0, 10, 20, 30]) answers.push(await tryAt('a', second));
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(answers[3]?.retryAt).toEqual(at(60));
    expect((await tryAt('a', 60)).allowed).toBe(true);
  });

  it('counts each of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryAt('b', 0)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  it('keeps keys apart, and does not lock for long when the clock is set back', async () => {
    for (let i = 0; i < 4; i += 1) await tryAt('c', 3600);
    expect((await tryAt('d', 3600)).allowed).toBe(true);
    expect((await tryAt('c', 0)).allowed).toBe(true);
  });

  it('is swept away when its window ended', async () => {
    await tryAt('e', 0);
    await sweepLimits();
    const left = await getDatabase().select().from(rateLimits);
    expect(left.filter(({ endsAt }) => endsAt < new Date())).toEqual([]);
  });
});
