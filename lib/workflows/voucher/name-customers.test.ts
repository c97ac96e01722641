import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { accounts, outbox, voucherPieces } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import { receiveFile } from '@/lib/files/receive';
import { FileRefused } from '@/lib/files/refusal';
import { makeZip } from '@/lib/files/samples/zip';
import { createBuyer, createMerchant, limitedMember } from '@/lib/testing/actors';
import { giveVouchers } from '@/lib/worker/handlers/vouchers';
import { nameCustomersByList } from './name-customers';
import { getVoucher } from './queries';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;
const HEADING = '客户账号 ID,账号邮箱';

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_000n);
});

const issue = (values: Record<string, unknown> = {}) =>
  issueVoucher(merchant.owner, sold.productId, {
    distribution: 'named',
    showOnPage: undefined,
    ...values,
  });
const upload = async (name: string, bytes: Buffer) =>
  (
    await receiveFile(merchant.owner, {
      purpose: 'voucherCustomers',
      name,
      body: Readable.from([bytes]),
    })
  ).id;
const customers = async (count: number) => {
  const made = await Promise.all(Array.from({ length: count }, () => createBuyer()));
  return made.map(({ accountId }) => ({ id: accountId, email: `${accountId}@example.test` }));
};
const csv = (rows: { id: string; email: string }[]) =>
  [HEADING, ...rows.map(({ id, email }) => `${id},${email}`)].join('\r\n');
async function excel(rows: unknown[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名单');
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const name = async (voucherId: string, fileName: string, bytes: Buffer) =>
  nameCustomersByList(merchant.owner, { id: voucherId, fileId: await upload(fileName, bytes) });
const complaints = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error('it went through');
  return Object.fromEntries(
    Object.entries(error.detail.fields ?? {}).map(([path, { key, params }]) => [
      path,
      { key, ...params },
    ]),
  );
};
const piecesOf = (voucherId: string) =>
  getDatabase().select().from(voucherPieces).where(eq(voucherPieces.voucherId, voucherId));

describe('a list of customers', () => {
  test.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['gb18030', gb18030],
    [
      'a workbook',
      (_: string, rows: { id: string; email: string }[]) =>
        excel([HEADING.split(','), ...rows.map(({ id, email }) => [id, email])]),
    ],
  ] as const)('in %s gives each a voucher and tells them', async (kind, encode) => {
    const batch = await issue();
    const rows = await customers(3);
    const bytes = await encode(csv(rows), rows);
    const file = kind === 'a workbook' ? '名单.xlsx' : '名单.csv';
    expect(await name(batch.id, file, bytes)).toEqual({ count: 3 });
    expect((await getVoucher(merchant.owner, batch.id))?.figures.left).toBe(7);
    await giveVouchers({ voucherId: batch.id });
    await giveVouchers({ voucherId: batch.id });
    const given = await piecesOf(batch.id);
    expect(given.map(({ buyerId }) => buyerId).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(given.every(({ source, state }) => source === 'named' && state === 'claimed')).toBe(
      true,
    );
    const told = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, given[0]?.id ?? ''));
    expect(told.map(({ event, audience }) => [event, audience])).toEqual([['give', 'buyer']]);
  });

  test('with wrong rows is refused whole, every row named', async () => {
    const batch = await issue();
    const [good, twice, disabled] = await customers(3);
    await getDatabase()
      .update(accounts)
      .set({ disabledAt: new Date() })
      .where(eq(accounts.id, disabled?.id ?? ''));
    const text = [
      HEADING,
      `${good?.id},${good?.email}`,
      `${twice?.id},${twice?.email}`,
      `${twice?.id},${twice?.email}`,
      `,nobody@example.test`,
      `ac_x,`,
      '',
      `ac_y,not an address`,
    ].join('\n');
    expect(await complaints(name(batch.id, '名单.csv', Buffer.from(text)))).toEqual({
      fileId: { key: 'voucher.error.list.wrongRows', count: 4 },
      'row.4': { key: 'voucher.error.row.duplicate', row: 4 },
      'row.5': { key: 'voucher.error.row.accountMissing', row: 5 },
      'row.6': { key: 'voucher.error.row.emailMissing', row: 6 },
      'row.8': { key: 'voucher.error.row.emailFormat', row: 8 },
    });
    const strangers = csv([
      { id: good?.id ?? '', email: twice?.email ?? '' },
      { id: 'ac_nobody', email: 'nobody@example.test' },
      { id: disabled?.id ?? '', email: disabled?.email ?? '' },
      { id: merchant.owner.accountId, email: `${merchant.owner.accountId}@example.test` },
    ]);
    expect(await complaints(name(batch.id, '名单.csv', Buffer.from(strangers)))).toMatchObject({
      'row.2': { key: 'voucher.error.row.noMatch' },
      'row.3': { key: 'voucher.error.row.noMatch' },
      'row.4': { key: 'voucher.error.row.noMatch' },
      'row.5': { key: 'voucher.error.row.ownMember' },
    });
    await giveVouchers({ voucherId: batch.id });
    expect(await piecesOf(batch.id)).toEqual([]);
    expect((await getVoucher(merchant.owner, batch.id))?.figures.left).toBe(10);
  });

  test('with a formula is refused, and nothing in it is run', async () => {
    const batch = await issue();
    const [one] = await customers(1);
    const bytes = await excel([
      HEADING.split(','),
      [{ formula: 'HYPERLINK("http://x.example","x")', result: one?.id }, one?.email],
      [one?.id, { error: '#REF!' }],
    ]);
    expect(await complaints(name(batch.id, '名单.xlsx', bytes))).toMatchObject({
      'row.2': { key: 'voucher.error.row.formula' },
      'row.3': { key: 'voucher.error.row.formula' },
    });
    const text = Buffer.from(csv([{ id: '=cmd|calc', email: one?.email ?? '' }]));
    expect(await complaints(name(batch.id, '名单.csv', text))).toMatchObject({
      'row.2': { key: 'voucher.error.row.noMatch' },
    });
  });

  test('for more customers than are left gives nobody any', async () => {
    const batch = await issue({ quantity: '2' });
    const bytes = Buffer.from(csv(await customers(3)));
    await expect(name(batch.id, '名单.csv', bytes)).rejects.toMatchObject({
      detail: { key: 'voucher.error.nameCustomers.tooFewLeft' },
    });
    expect(await piecesOf(batch.id)).toEqual([]);
  });

  test('handed in twice at once gives each customer one', async () => {
    const batch = await issue();
    const bytes = Buffer.from(csv(await customers(2)));
    const ids = [await upload('一.csv', bytes), await upload('二.csv', bytes)];
    const results = await Promise.allSettled(
      ids.map((fileId) => nameCustomersByList(merchant.owner, { id: batch.id, fileId })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await giveVouchers({ voucherId: batch.id });
    expect(await piecesOf(batch.id)).toHaveLength(2);
    expect(
      await complaints(nameCustomersByList(merchant.owner, { id: batch.id, fileId: ids[0] })),
    ).toMatchObject({
      'row.2': { key: 'voucher.error.row.limitReached' },
    });
  });

  test('of a hundred thousand rows is refused by their number', async () => {
    const batch = await issue();
    const text = `${HEADING}\n${'a,b\n'.repeat(100_000)}`;
    expect(await complaints(name(batch.id, '名单.csv', Buffer.from(text)))).toEqual({
      fileId: { key: 'voucher.error.list.tooManyRows', most: 5000 },
    });
    const rows = Array.from({ length: 100_000 }, () => ['a', 'b']);
    expect(await complaints(name(batch.id, '名单.xlsx', await excel(rows)))).toEqual({
      fileId: { key: 'voucher.error.list.tooManyRows', most: 5000 },
    });
  }, 60_000);

  test('shows the first fifty wrong rows and counts the others', async () => {
    const batch = await issue();
    const text = `${HEADING}\n${Array.from({ length: 120 }, (_, at) => `ac_${at},`).join('\n')}`;
    const found = await complaints(name(batch.id, '名单.csv', Buffer.from(text)));
    expect(Object.keys(found).filter((path) => path.startsWith('row.'))).toHaveLength(50);
    expect(found.more).toEqual({ key: 'voucher.error.row.more', count: 70 });
  });

  test.each([
    ['名单.csv', () => Buffer.from('%PDF-1.7 客户'), 'contentMismatch'],
    ['名单.csv', () => Buffer.from([0x61, 0x2c, 0x00, 0x62]), 'contentMismatch'],
    ['名单.csv', () => Buffer.from('<html><script>alert(1)</script>'), 'contentMismatch'],
    ['名单.csv', () => Buffer.from([0x81, 0xff, 0xfe, 0x81]), 'contentMismatch'],
    ['名单.csv', () => Buffer.alloc(0), 'empty'],
    ['名单.csv', () => Buffer.alloc(3 * 1024 * 1024, 0x61), 'tooLarge'],
    ['名单.pdf', () => Buffer.from('a,b'), 'typeNotAllowed'],
    ['名单.xlsx', () => Buffer.from('a,b'), 'contentMismatch'],
    ['名单.xlsx', () => makeZip({ 'a.txt': 'b' }), 'contentMismatch'],
    ['名单.xlsm', () => Buffer.from('PK'), 'macroType'],
  ])('%s of other content is refused when it comes (%#)', async (file, make, code) => {
    await expect(upload(file, Buffer.from(await make()))).rejects.toMatchObject(
      new FileRefused(code as FileRefused['code']),
    );
  });

  test('without customers, or without a file, says so', async () => {
    const batch = await issue();
    const empty = { fileId: { key: 'voucher.error.list.empty' } };
    expect(await complaints(name(batch.id, '名单.csv', Buffer.from(HEADING)))).toEqual(empty);
    expect(await complaints(nameCustomersByList(merchant.owner, { id: batch.id }))).toEqual({
      fileId: { key: 'voucher.error.list.missing' },
    });
    expect(
      await complaints(nameCustomersByList(merchant.owner, { id: batch.id, fileId: 'fl_none' })),
    ).toEqual({ fileId: { key: 'file.error.missing' } });
  });

  test('is for the batch’s own merchant, with the permission, for named batches only', async () => {
    const batch = await issue();
    const fileId = await upload('名单.csv', Buffer.from(csv(await customers(1))));
    const by = (actor: Member, id = batch.id) => nameCustomersByList(actor, { id, fileId });
    await expect(by((await createMerchant()).owner)).rejects.toMatchObject({ code: 'notFound' });
    await expect(by(limitedMember(merchant.owner, ['voucher.read']))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const open = await issueVoucher(merchant.owner, sold.productId);
    await expect(by(merchant.owner, open.id)).rejects.toMatchObject({
      detail: { key: 'voucher.error.nameCustomers.notNamed' },
    });
  });
});

test('a workbook that unfolds beyond all bounds is stopped on the way', async () => {
  const { readXlsx } = await import('@/lib/files/table/xlsx');
  const sheet = `<worksheet><sheetData>${' '.repeat(40 * 1024 * 1024)}</sheetData></worksheet>`;
  const bomb = await makeZip({ 'xl/worksheets/sheet1.xml': sheet });
  await expect(readXlsx(Buffer.from(bomb), { maxRows: 10 })).rejects.toMatchObject({
    reason: 'tooLarge',
  });
  await expect(readXlsx(Buffer.from('not a zip'), { maxRows: 10 })).rejects.toMatchObject({
    reason: 'damaged',
  });
});

/** GB18030 of the few characters that the heading has; ASCII stays as it is. */
function gb18030(text: string): Buffer {
  const known: Record<string, number[]> = {
    客: [0xbf, 0xcd],
    户: [0xbb, 0xa7],
    账: [0xd5, 0xcb],
    号: [0xba, 0xc5],
    邮: [0xd3, 0xca],
    箱: [0xcf, 0xe4],
  };
  return Buffer.from([...text].flatMap((sign) => known[sign] ?? [...Buffer.from(sign)]));
}
