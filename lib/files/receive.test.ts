import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { getDatabase } from '@/db/client';
import { evidence, files, settingValues } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { findDownload } from './queries';
import { receiveFile } from './receive';
import { FileRefused } from './refusal';
import { HOSTILE_FILES } from './samples/hostile/all';
import { makePdf } from './samples/pdf';
import { makePicture } from './samples/pictures';

let buyer: Actor & { kind: 'buyer' };
let owner: Member;
beforeAll(async () => {
  buyer = await createBuyer();
  owner = (await createMerchant()).owner;
});

const dataDir = () => process.env.DATA_DIR ?? '';
const stored = () =>
  existsSync(join(dataDir(), 'files'))
    ? readdirSync(join(dataDir(), 'files'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
    : [];
const spooled = () =>
  existsSync(join(dataDir(), 'incoming')) ? readdirSync(join(dataDir(), 'incoming')) : [];
const rows = () => getDatabase().select().from(files);
const send = (actor: Actor, purpose: string, name: string, content: Buffer) =>
  receiveFile(actor, { purpose, name, body: Readable.from([content]) });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error) => (error instanceof FileRefused ? error.code : error),
  );
const pdf = (text: string) => makePdf(text, [text]);

async function set(key: string, value: unknown): Promise<void> {
  await getDatabase()
    .insert(settingValues)
    .values({
      id: newId('setting'),
      key,
      value,
      effectiveFrom: new Date(0),
      createdAt: new Date(),
      createdBy: buyer.accountId,
      note: '',
    });
}

describe('a file that is taken', () => {
  test('is kept under its hash, described, and written into the evidence', async () => {
    const content = await pdf('协议一');
    const got = await send(owner, 'serviceAgreement', '服务协议.pdf', content);
    expect(got).toMatchObject({
      name: '服务协议.pdf',
      size: content.length,
      type: 'application/pdf',
      scan: 'notScanned',
    });
    const [row] = await getDatabase().select().from(files).where(eq(files.id, got.id));
    expect(row).toMatchObject({
      merchantId: owner.merchantId,
      accountId: null,
      uploadedBy: owner.accountId,
      state: 'uploaded',
    });
    const [record] = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, got.id));
    expect(record?.files).toEqual([{ id: got.id, name: '服务协议.pdf', sha256: row?.sha256 }]);
    const download = await findDownload([owner], got.id);
    expect(await buffer(await (download as NonNullable<typeof download>).open())).toEqual(content);
    expect(spooled()).toEqual([]);
  });

  test('gets pictures made anew, without what the camera wrote into it', async () => {
    const photo = await sharp(await makePicture({ width: 2000, height: 1500, format: 'jpg' }))
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const got = await send(buyer, 'businessLicence', '营业执照.jpg', photo);
    expect(got).toMatchObject({ width: 1500, height: 2000 });
    const display = await findDownload([buyer], got.id, 'display');
    const picture = await buffer(await (display as NonNullable<typeof display>).open());
    const seen = await sharp(picture).metadata();
    expect(seen).toMatchObject({ format: 'webp', width: 1200, height: 1600 });
    expect(seen.exif).toBeUndefined();
    expect(display).toMatchObject({ name: '营业执照.webp', safe: true, size: picture.length });
  });

  test('is kept once when it comes twice, and counted twice', async () => {
    const content = await pdf('同一份');
    const [one, two] = await Promise.all([
      send(owner, 'usageGuide', '指南.pdf', content),
      send(owner, 'usageGuide', '指南.pdf', content),
    ]);
    expect(one.id).not.toBe(two.id);
    expect(stored().filter((name) => name === one.sha256)).toHaveLength(1);
  });
});

describe('a file that is refused', () => {
  test('leaves nothing behind, whatever it is', async () => {
    const before = { rows: (await rows()).length, stored: stored() };
    for (const { title, name, make, purpose, code } of HOSTILE_FILES) {
      const actor = purpose === 'businessLicence' ? buyer : owner;
      expect(await codeOf(send(actor, purpose, name, await make())), title).toBe(code);
    }
    expect({ rows: (await rows()).length, stored: stored() }).toEqual(before);
    expect(spooled()).toEqual([]);
  }, 60_000);

  test('is not read beyond the limit, nor beyond its head when that tells', async () => {
    let read = 0;
    const endless = (head: Buffer) =>
      Readable.from(
        (async function* () {
          yield head;
          for (;;) {
            read += 65_536;
            yield Buffer.alloc(65_536);
          }
        })(),
        { objectMode: false },
      );
    const png = await makePicture({ width: 168, height: 70, format: 'png' });
    const receive = (head: Buffer) =>
      codeOf(receiveFile(owner, { purpose: 'companyLogo', name: 'a.png', body: endless(head) }));
    expect(await receive(png)).toBe('tooLarge');
    expect(read).toBeLessThan(6 * 1024 * 1024);
    read = 0;
    expect(await receive(Buffer.from('<html>'.padEnd(5000)))).toBe('contentMismatch');
    expect(read).toBeLessThan(1024 * 1024);
    expect(
      await codeOf(
        receiveFile(owner, {
          purpose: 'companyLogo',
          name: 'a.png',
          body: endless(png),
          atLeast: 2 ** 31,
        }),
      ),
    ).toBe('tooLarge');
  });

  test('when nobody may send it there', async () => {
    const content = await pdf('甲');
    expect(await codeOf(send(buyer, 'serviceAgreement', 'a.pdf', content))).toBe('notAllowedHere');
    expect(await codeOf(send(owner, 'bankSlip', 'a.pdf', content))).toBe('notAllowedHere');
    expect(await codeOf(send(owner, 'toString', 'a.pdf', content))).toBe('purposeUnknown');
    await expect(send({ kind: 'visitor' }, 'companyLogo', 'a.pdf', content)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const colleague = limitedMember(owner, []);
    expect(await codeOf(send(colleague, 'serviceAgreement', 'a.pdf', content))).toBe('taken');
  });

  test('when the disk copy cannot be kept, it is an error of ours and leaves no row', async () => {
    const { storage } = await import('@/lib/storage/current');
    const put = vi.spyOn(await storage(), 'put').mockRejectedValue(new Error('disk full'));
    const before = (await rows()).length;
    await expect(send(owner, 'usageGuide', 'a.pdf', await pdf('满'))).rejects.toThrow('disk full');
    put.mockRestore();
    expect((await rows()).length).toBe(before);
    expect(spooled()).toEqual([]);
  });
});

describe('the limits are settings', () => {
  test('a changed size holds at once', async () => {
    await set('files.openSourceStatement.maxBytes', 1024);
    const refusal = send(owner, 'openSourceStatement', 'a.pdf', await pdf('长'.repeat(2000)));
    await expect(refusal).rejects.toMatchObject({ code: 'tooLarge', params: { max: '1 KB' } });
  });

  test('of many uploads at once only as many get in as the day allows', async () => {
    const { owner: busy } = await createMerchant();
    const other = await createMerchant();
    await set('files.merchantDailyFiles', 5);
    const contents = await Promise.all(
      Array.from({ length: 9 }, (_, index) => pdf(`第 ${index} 份`)),
    );
    const codes = await Promise.all(
      contents.map((content) => codeOf(send(busy, 'usageGuide', 'a.pdf', content))),
    );
    expect(codes.filter((code) => code === 'taken')).toHaveLength(5);
    expect(codes.filter((code) => code === 'dailyFiles')).toHaveLength(4);
    expect(await codeOf(send(other.owner, 'usageGuide', 'a.pdf', await pdf('另一家')))).toBe(
      'taken',
    );
    const kept = await getDatabase().select({ sha256: files.sha256 }).from(files);
    const known = new Set(kept.map(({ sha256 }) => sha256));
    expect(stored().filter((name) => !known.has(name.slice(0, 64)))).toEqual([]);
    await getDatabase().execute(
      sql`delete from setting_value where key = 'files.merchantDailyFiles'`,
    );
  });
});
