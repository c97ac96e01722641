import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { getDatabase } from '@/db/client';
import {
  applied,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { handIn, makeSupervised, type Supervised } from '@/db/factories/supervision';
import { files } from '@/db/schema';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import type { Actor } from '@/lib/auth/actor';
import { receiveFile } from '@/lib/files/receive';
import { makePdf } from '@/lib/files/samples/pdf';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  answerAsMerchant,
  askMerchant,
  decidePartialRefund,
  openAppealAsBuyer,
} from '@/lib/workflows/appeal/commands';
import { buyersAppeal } from '@/lib/workflows/appeal/testing';
import { checkBundle } from './check';
import { MANIFEST, recordEntry, SUMS } from './format';
import { writeBundle } from './write';

let made: Supervised;
let arbiter: Actor;
let folder: string;
let whole: string;
let entries: Map<string, Buffer>;
let serial = 0;

async function uploaded(actor: Actor, name: string): Promise<string> {
  const body = await makePdf('沟通记录', [`${name} <b>& "引号"</b>`]);
  const file = await receiveFile(actor, {
    purpose: 'appealEvidence',
    name,
    body: Readable.from([body]),
  } as never);
  return file.id;
}

async function unpack(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return found;
}

/** A bundle with these entries; sums are made anew unless they are to be kept. */
async function pack(contents: Map<string, Buffer>, resum = false): Promise<string> {
  const all = new Map(contents);
  if (resum) {
    const lines = [...all]
      .filter(([name]) => name !== SUMS)
      .map(([name, body]) => `${createHash('sha256').update(body).digest('hex')}  ${name}\n`);
    all.set(SUMS, Buffer.from(lines.join('')));
  }
  serial += 1;
  const path = join(folder, `changed-${serial}.zip`);
  const zip = new yazl.ZipFile();
  for (const [name, body] of all) zip.addBuffer(body, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const complaint = (path: string, head?: string) =>
  checkBundle(path, head).then(
    () => 'whole',
    (error: Error) => error.message,
  );
const json = (name: string) => JSON.parse(String(entries.get(name)));
const changed = (name: string, value: unknown) =>
  new Map(entries).set(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  arbiter = await createOperator('arbiter');
  made = await makeSupervised();
  await handIn(made);
  const appeal = await openAppealAsBuyer(
    made.buyer,
    buyersAppeal(made.id, {
      reason: '报告缺少 <script>alert(1)</script> 回退预案。',
      documents: { evidence: [await uploaded(made.buyer, '聊天记录.pdf')] },
    }),
  );
  await askMerchant(arbiter, appeal.id, { text: '请提供回退预案。' });
  await answerAsMerchant(made.owner, appeal.id, {
    text: '见附件。',
    documents: { evidence: [await uploaded(made.owner, '回退预案.pdf')] },
  });
  await decidePartialRefund(arbiter, appeal.id, { reason: '部分交付。', amount: '1000' });
  whole = join(folder, 'whole.zip');
  await writeBundle(arbiter, made.orderId, { path: whole, locale: 'zh-CN' });
  entries = await unpack(whole);
});

describe('an exported bundle', () => {
  it('is whole, holds every record of the order and its own export as the last', async () => {
    const { manifest, records, files: kept } = await checkBundle(whole);
    // Later exports add their own records.
    const stream = (await listStream(arbiter, `order:${made.orderId}`)).slice(0, records);
    expect(stream).toHaveLength(records);
    expect(stream.at(-1)).toMatchObject({ noun: 'evidenceBundle', event: 'export' });
    expect(manifest.streams[0]?.head).toBe(stream.at(-1)?.hash);
    expect(firstBreak(stream)).toBeUndefined();
    expect(kept).toBe(2);
    // Files of factories have no bytes: they are named as missing, in the record of the export too.
    expect(manifest.missing.length).toBeGreaterThan(0);
    expect(stream.at(-1)?.data).toMatchObject({ missing: manifest.missing });
  });

  it('holds each record as the very bytes that its hash was taken of', async () => {
    const { records } = await checkBundle(whole);
    const stream = await listStream(arbiter, `order:${made.orderId}`);
    for (const row of stream.slice(0, records)) {
      const body = entries.get(recordEntry(row.stream, row.seq)) as Buffer;
      expect(createHash('sha256').update(body).digest('hex')).toBe(row.hash);
    }
  });

  it('has a page for people that needs nothing else and lets nobody’s words become markup', () => {
    const page = String(entries.get('index.html'));
    expect(page).toContain('商家补充说明');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(src|href)="https?:/);
    expect(page).toContain(encodeURIComponent('回退预案.pdf'));
  });

  it('goes to both parties in their language, and to nobody else', async () => {
    for (const actor of [made.buyer, made.owner] as Actor[]) {
      const path = join(folder, `${actor.kind}.zip`);
      await writeBundle(actor, made.orderId, { path, locale: 'en' });
      await checkBundle(path);
      expect(String((await unpack(path)).get('index.html'))).toContain('Merchant answered');
    }
    const strangers: Actor[] = [
      await createBuyer(),
      (await createMerchant()).owner,
      { kind: 'visitor' },
      limitedMember(made.owner, ['order.read', 'evidence.export'], ['pd_other']),
    ];
    for (const actor of strangers) {
      await expect(
        writeBundle(actor, made.orderId, { path: join(folder, 'no.zip'), locale: 'en' }),
      ).rejects.toMatchObject({ code: 'notFound' });
    }
    const path = join(folder, 'no.zip');
    for (const actor of [
      limitedMember(made.owner, ['order.read'], null),
      await createOperator('reviewer'),
    ]) {
      await expect(writeBundle(actor, made.orderId, { path, locale: 'en' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('does not hold a file that was removed, and says so', async () => {
    const [one] = await getDatabase().select().from(files).where(eq(files.name, '回退预案.pdf'));
    await getDatabase()
      .update(files)
      .set({ state: 'expired' })
      .where(eq(files.id, one?.id ?? ''));
    const path = join(folder, 'expired.zip');
    const manifest = await writeBundle(arbiter, made.orderId, { path, locale: 'en' });
    expect(manifest.missing).toContain(one?.sha256);
    expect((await checkBundle(path)).files).toBe(1);
    await getDatabase()
      .update(files)
      .set({ state: 'attached' })
      .where(eq(files.id, one?.id ?? ''));
  });
});

describe('a bundle of an order with an invoice', () => {
  it('holds the invoice’s own chain, and misses it when it is taken out', async () => {
    const of = await makeInvoiceBuyer();
    const merchant = await makeInvoicingMerchant();
    const { orderId } = await makeInvoiceable({ buyer: of.buyer, merchant });
    await applied(of, [orderId]);
    const path = join(folder, 'invoiced.zip');
    await writeBundle(of.buyer, orderId, { path, locale: 'en' });
    const { manifest } = await checkBundle(path);
    expect(manifest.streams.map(({ stream }) => stream.split(':')[0])).toEqual([
      'order',
      'invoice',
    ]);
    const all = await unpack(path);
    const read = JSON.parse(String(all.get(MANIFEST)));
    read.streams = read.streams.slice(0, 1);
    const without = new Map([...all].filter(([name]) => !name.startsWith('records/invoice-'))).set(
      MANIFEST,
      Buffer.from(JSON.stringify(read)),
    );
    expect(await complaint(await pack(without, true))).toContain('says was exported');
  });
});

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
