import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BYTE_ORDER_MARK, csvPieces, csvText } from './csv';
import { defineExport, EXPORT_BATCH, type ExportList } from './define';
import { exportReader } from './reader';
import { writeXlsx } from './xlsx';

interface Row {
  id: string;
  name: string | null;
  amount: bigint;
  at: Date;
}

let asked: (string | undefined)[] = [];
let rows: Row[] = [];

const list: ExportList = defineExport<Row, { q?: string }>({
  portal: 'ops',
  permission: 'ledger.read',
  title: 'ui.export.label',
  filters: z.object({ q: z.string().optional() }),
  columns: [
    { header: 'ui.export.csv', kind: 'text', value: (row) => row.name },
    { header: 'ui.export.xlsx', kind: 'money', value: (row) => row.amount },
    { header: 'ui.pager.next', kind: 'dateTime', value: (row) => row.at },
  ],
  batch: async (_actor, _filters, after, size) => {
    asked.push(after);
    const from = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1;
    return rows.slice(from, from + size);
  },
  cursor: (row) => row.id,
});

const nobody = { kind: 'system', cause: 'test' } as const;
const reader = exportReader('en');
const at = new Date('2026-11-21T16:30:05Z');

beforeEach(() => {
  asked = [];
  rows = [{ id: '1', name: 'a,"b"\n中', amount: -123450n, at }];
});

async function csvOf() {
  let text = '';
  for await (const piece of csvPieces(list.columns, list.rows(nobody, {}), reader)) text += piece;
  return text;
}

async function bookOf() {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeXlsx(out, 'A: list', list.columns, list.rows(nobody, {}), reader);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as never);
  return book;
}

describe('CSV', () => {
  test('begins with a byte order mark and quotes what RFC 4180 says must be quoted', async () => {
    expect(await csvOf()).toBe(
      `${BYTE_ORDER_MARK}Export as CSV,Export as Excel,Next\r\n"a,""b""\n中",-1234.50,2026-11-22 00:30:05\r\n`,
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '\u0000=1'])(
    'a text that a spreadsheet would run is shown instead: %j',
    (text) => {
      expect(csvText(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('ordinary text is left alone', () => {
    expect(csvText('标准版 · 3 人天')).toBe('标准版 · 3 人天');
    expect(csvText('a=b')).toBe('a=b');
  });

  test('many rows come in keyset batches, none twice and none missing', async () => {
    rows = Array.from({ length: EXPORT_BATCH * 2 + 3 }, (_, i) => ({
      id: String(i),
      name: `row ${i}`,
      amount: 1n,
      at,
    }));
    const lines = (await csvOf()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(new Set(lines).size).toBe(lines.length);
    expect(asked).toEqual([undefined, String(EXPORT_BATCH - 1), String(EXPORT_BATCH * 2 - 1)]);
  });
});

describe('Excel', () => {
  test('keeps text as text, money as a number of yuan and moments as the local wall clock', async () => {
    rows = [{ id: '1', name: '=HYPERLINK("http://x")', amount: 10n, at }];
    const sheet = (await bookOf()).worksheets[0];
    expect(sheet?.name).toBe('A  list');
    const row = sheet?.getRow(2);
    expect(row?.getCell(1).value).toBe('=HYPERLINK("http://x")');
    expect(row?.getCell(1).formula).toBeUndefined();
    expect(row?.getCell(2).value).toBe(0.1);
    expect(row?.getCell(3).value).toEqual(new Date('2026-11-22T00:30:05Z'));
  });

  test('a control character in a name does not break the file', async () => {
    rows = [{ id: '1', name: 'a\u0001b', amount: 0n, at }];
    expect((await bookOf()).worksheets[0]?.getRow(2).getCell(1).value).toBe('ab');
  });
});
