import { inflateSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  type InvoiceBuyer,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { moveClock } from '@/db/factories/supervision';
import { files, letters, orders } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import { findDownload } from '@/lib/files/queries';
import { createBuyer } from '@/lib/testing/actors';
import { endLetters, requestLetter, writeLetter } from './commands';
import { checkLetter, getLetter, listLetters } from './queries';

let of: InvoiceBuyer;
let merchant: { merchantId: string; owner: Member };
const order = async () => (await makeInvoiceable({ buyer: of.buyer, merchant })).orderId;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? (error.detail.key ?? error.code) : 'error'),
  );

beforeAll(async () => {
  of = await makeInvoiceBuyer();
  merchant = await makeInvoicingMerchant();
});
afterEach(() => moveClock(0));

/** What the streams of a PDF hold, unpacked. */
function streamsOf(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not a packed stream, or the word `endstream`.
    }
  }
  return found;
}

/** The text of the page, by the fonts' own tables from glyph to character. */
function textOf(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const tables = streams
    .filter((stream) => stream.includes('beginbfchar'))
    .map((stream) =>
      Object.fromEntries(
        [...stream.matchAll(/<(\w{4})> <(\w+)>/g)].map(([, glyph = '', text = '']) => [
          glyph,
          Buffer.from(text, 'hex').swap16().toString('utf16le'),
        ]),
      ),
    );
  const page = streams.find((stream) => stream.includes(' Tj ET')) ?? '';
  return [...page.matchAll(/\/(\w) [^<]*<(\w+)> Tj/g)]
    .map(([, font, glyphs = '']) =>
      (glyphs.match(/.{4}/g) ?? []).map((glyph) => tables[font === 'R' ? 0 : 1]?.[glyph]).join(''),
    )
    .join('\n');
}

describe('an explanation letter', () => {
  test('is a PDF with its own Chinese type that tells the order, and can be checked by its number', async () => {
    const orderId = await order();
    const asked = await requestLetter(of.buyer, { orderId });
    expect(asked).toMatchObject({ readyAt: null, amount: 990_000n });
    expect(await checkLetter(asked.number)).toBeUndefined();
    await writeLetter(asked.id);
    await writeLetter(asked.id);
    const letter = await getLetter(of.buyer, asked.id);
    const download = await findDownload([of.buyer], letter?.fileId ?? '');
    const pdf = Buffer.concat((await (await download?.open())?.toArray()) ?? []);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = textOf(pdf);
    for (const said of [
      '通用商品开票说明函',
      '致：上海恒通物流有限公司',
      asked.orderNumber,
      '¥9,900.00',
      asked.number,
      `/letters/${asked.number}`,
    ]) {
      expect(text).toContain(said);
    }
    const found = await checkLetter(asked.number.toLowerCase());
    const [file] = await getDatabase()
      .select()
      .from(files)
      .where(eq(files.id, letter?.fileId ?? ''));
    expect(found).toMatchObject({ letter: { id: asked.id }, sha256: file?.sha256 });
  });

  test('is one while it is kept and says the same; another amount makes another', async () => {
    const orderId = await order();
    const first = await requestLetter(of.buyer, { orderId });
    expect((await requestLetter(of.buyer, { orderId })).id).toBe(first.id);
    await getDatabase().update(orders).set({ refunded: 90_000n }).where(eq(orders.id, orderId));
    const second = await requestLetter(of.buyer, { orderId });
    expect(second).toMatchObject({ amount: 900_000n });
    expect(second.id).not.toBe(first.id);
  });

  test('is let go after six months, then to be asked for again', async () => {
    const orderId = await order();
    const { id } = await requestLetter(of.buyer, { orderId });
    await writeLetter(id);
    await moveClock(170 * 86_400);
    expect(await endLetters()).toBe(0);
    await moveClock(190 * 86_400);
    expect(await endLetters()).toBeGreaterThan(0);
    const [row] = await getDatabase().select().from(letters).where(eq(letters.id, id));
    expect(row?.endedAt).not.toBeNull();
    expect((await requestLetter(of.buyer, { orderId })).id).not.toBe(id);
  });

  test('is not for strangers, sellers, or orders that were never paid', async () => {
    const orderId = await order();
    const stranger = await createBuyer();
    expect(await refusal(requestLetter(stranger, { orderId }))).toBe('notFound');
    expect(await refusal(requestLetter(merchant.owner, { orderId }))).toBe('forbidden');
    const { id } = await requestLetter(of.buyer, { orderId });
    expect(await getLetter(stranger, id)).toBeUndefined();
    expect((await listLetters(stranger, {})).rows).toEqual([]);
    await getDatabase().update(orders).set({ state: 'cancelled' }).where(eq(orders.id, orderId));
    expect(await refusal(requestLetter(of.buyer, { orderId }))).toBe(
      'letter.error.request.notPaid',
    );
  });
});
