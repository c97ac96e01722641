import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  applied,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { files } from '@/db/schema';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import type { Actor } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { checkBundle } from './check';
import { MANIFEST, recordEntry } from './format';
import { complaint, type DisputedBundle, disputedBundle, pack, unpack } from './testing';
import { writeBundle } from './write';

let made: DisputedBundle['made'];
let arbiter: Actor;
let folder: string;
let whole: string;
let entries: Map<string, Buffer>;

beforeAll(async () => {
  ({ made, arbiter, folder, whole, entries } = await disputedBundle());
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
