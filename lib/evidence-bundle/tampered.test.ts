import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { MANIFEST, recordEntry } from './format';
import { complaint, type DisputedBundle, disputedBundle, pack, unpack } from './testing';

let made: DisputedBundle['made'];
let folder: string;
let whole: string;
let entries: Map<string, Buffer>;

beforeAll(async () => {
  ({ made, folder, whole, entries } = await disputedBundle());
});

const json = (name: string) => JSON.parse(String(entries.get(name)));
const changed = (name: string, value: unknown) =>
  new Map(entries).set(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));

describe('one changed byte', () => {
  it('anywhere in a record or a file is found, and named', async () => {
    const names = [...entries.keys()].filter((name) => /^(records|files)\//.test(name));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const body = entries.get(name) as Buffer;
      const places = [0, body.length - 1, ...Array.from({ length: 2 }, () => Math.random())].map(
        (place) => (place < 1 && place > 0 ? Math.floor(place * body.length) : place),
      );
      for (const place of places) {
        const flipped = Buffer.from(body);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
        expect(await complaint(await pack(new Map(entries).set(name, flipped))), name).toContain(
          name,
        );
        // Also when somebody makes the list of sums anew.
        const resummed = await complaint(await pack(new Map(entries).set(name, flipped), true));
        expect(resummed, name).not.toBe('whole');
        expect(resummed, name).toMatch(/^(records|files)\//);
      }
    }
  }, 60_000);

  it('in the packed bytes of the file itself never passes for the same content', async () => {
    const bytes = await readFile(whole);
    for (let round = 0; round < 40; round += 1) {
      const flipped = Buffer.from(bytes);
      const place = Math.floor(Math.random() * bytes.length);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
      const path = join(folder, 'raw.zip');
      await writeFile(path, flipped);
      if ((await complaint(path)) !== 'whole') continue;
      // A byte that says nothing, such as the time of an entry: every content is still the same.
      expect(await unpack(path)).toEqual(entries);
    }
  }, 60_000);
});

describe('a bundle that somebody changed on purpose', () => {
  const records = () => json(MANIFEST).streams[0].records as number;
  const stream = () => `order:${made.orderId}`;

  it.each([false, true])('lacks a record (sums made anew: %s)', async (resum) => {
    const name = recordEntry(stream(), 5);
    const without = new Map(entries);
    without.delete(name);
    expect(await complaint(await pack(without, resum))).toContain(name);
  });

  it('lacks its last records, with list and head made to fit', async () => {
    const read = json(MANIFEST);
    const without = new Map(entries);
    without.delete(recordEntry(stream(), records()));
    const last = entries.get(recordEntry(stream(), records() - 1)) as Buffer;
    read.streams[0].records -= 1;
    read.streams[0].head = createHash('sha256').update(last).digest('hex');
    without.set(MANIFEST, Buffer.from(JSON.stringify(read)));
    expect(await complaint(await pack(without, true))).toContain('is not the record of the export');
  });

  it('has a swapped head', async () => {
    const read = json(MANIFEST);
    read.streams[0].head = 'f'.repeat(64);
    expect(await complaint(await pack(changed(MANIFEST, read)))).toContain(MANIFEST);
    expect(await complaint(await pack(changed(MANIFEST, read), true))).toContain('is not the head');
  });

  it('has two records swapped, or one that was put in', async () => {
    const [a, b] = [recordEntry(stream(), 3), recordEntry(stream(), 4)];
    const swapped = new Map(entries)
      .set(a, entries.get(b) as Buffer)
      .set(b, entries.get(a) as Buffer);
    expect(await complaint(await pack(swapped, true))).toContain(a);
    const extra = recordEntry(stream(), records() + 1);
    const added = new Map(entries).set(extra, entries.get(a) as Buffer);
    expect(await complaint(await pack(added))).toContain(extra);
    expect(await complaint(await pack(added, true))).toContain(extra);
  });

  it('lacks a file, has one too many, or has one called missing', async () => {
    const file = json(MANIFEST).files[0].entry as string;
    const without = new Map(entries);
    without.delete(file);
    expect(await complaint(await pack(without))).toContain(file);
    expect(await complaint(await pack(without, true))).toContain(file);
    const added = new Map(entries).set('files/extra.pdf', Buffer.from('%PDF'));
    expect(await complaint(await pack(added))).toContain('files/extra.pdf');
    expect(await complaint(await pack(added, true))).toContain('files/extra.pdf');
    const read = json(MANIFEST);
    read.missing.push(read.files[0].sha256);
    read.files = read.files.slice(1);
    const called = changed(MANIFEST, read);
    called.delete(file);
    expect(await complaint(await pack(called, true))).toContain('says was exported');
  });

  it('is another export altogether, where the head is known', async () => {
    const { head } = json(MANIFEST).streams[0];
    expect(await complaint(whole, head)).toBe('whole');
    expect(await complaint(whole, 'a'.repeat(64))).toContain('not with the head that was given');
  });

  it('is no bundle', async () => {
    const path = join(folder, 'none.zip');
    await pipeline(createReadStream(whole, { end: 2000 }), createWriteStream(path));
    expect(await complaint(path)).toContain('is not a whole ZIP file');
    expect(await complaint(join(folder, 'nowhere.zip'))).toContain('There is no file');
    const junk = changed(MANIFEST, { format: 'other' });
    expect(await complaint(await pack(junk, true))).toContain(MANIFEST);
  });
});
