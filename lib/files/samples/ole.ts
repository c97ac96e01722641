const SECTOR = 512;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;

export interface OleSpec {
  streams: Readonly<Record<string, Buffer>>;
  storages?: readonly string[];
}

/**
 * A compound (OLE) file: the container of Word, Excel and PowerPoint before 2007. Streams are padded to 4096 bytes,
 * so that none needs the table of small streams.
 */
export function makeOle({ streams, storages = [] }: OleSpec): Buffer {
  const bodies = Object.entries(streams).map(([name, content]) => ({
    name,
    content: Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))]),
  }));
  const table: number[] = [];
  const sectors: Buffer[] = [];
  const place = (content: Buffer): number => {
    const start = sectors.length;
    const count = Math.ceil(content.length / SECTOR);
    for (let i = 0; i < count; i += 1) {
      const sector = Buffer.alloc(SECTOR);
      content.copy(sector, 0, i * SECTOR, (i + 1) * SECTOR);
      sectors.push(sector);
      table.push(i === count - 1 ? END_OF_CHAIN : start + i + 1);
    }
    return start;
  };
  const records = [
    record('Root Entry', 5, END_OF_CHAIN, 0),
    ...storages.map((name) => record(name, 1, 0, 0)),
    ...bodies.map(({ name, content }) => record(name, 2, place(content), content.length)),
  ];
  while (records.length % 4 !== 0) records.push(Buffer.alloc(128));
  const directory = place(Buffer.concat(records));

  let tables = 1;
  while (tables * 128 < table.length + tables) tables += 1;
  const firstTable = sectors.length;
  for (let i = 0; i < tables; i += 1) table.push(TABLE_SECTOR);
  const bytes = Buffer.alloc(tables * SECTOR, 0xff);
  table.forEach((value, index) => {
    bytes.writeUInt32LE(value, index * 4);
  });
  return Buffer.concat([header(directory, firstTable, tables), ...sectors, bytes]);
}

function header(directory: number, firstTable: number, tables: number): Buffer {
  const head = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(directory, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(END_OF_CHAIN, 60);
  head.writeUInt32LE(END_OF_CHAIN, 68);
  for (let i = 0; i < 109; i += 1)
    head.writeUInt32LE(i < tables ? firstTable + i : FREE, 76 + i * 4);
  return head;
}

function record(name: string, type: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = type;
  entry[67] = 1;
  for (const at of [68, 72, 76]) entry.writeUInt32LE(FREE, at);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** The beginning of a Word 97 document; `encrypted` sets its flag. */
export function wordBody({ encrypted = false } = {}): Buffer {
  const body = Buffer.alloc(4096);
  body.writeUInt16LE(0xa5ec, 0);
  body.writeUInt16LE(0xc1, 2);
  body.writeUInt16LE(encrypted ? 0x0100 : 0, 10);
  return body;
}

/** The globals of an Excel 97 workbook: one sheet of a kind (0 sheet, 1 Excel 4 macros), or a password's record. */
export function workbookBody({ sheet = 0, password = false } = {}): Buffer {
  const piece = (type: number, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  };
  const bound = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, sheet, 6, 0]), Buffer.from('Sheet1')]);
  return Buffer.concat([
    piece(0x0809, Buffer.alloc(16)),
    ...(password ? [piece(0x002f, Buffer.alloc(54))] : []),
    piece(0x0085, bound),
    piece(0x000a, Buffer.alloc(0)),
  ]);
}

/** The body of a PowerPoint 97 document; `macros` adds the atom that announces them. */
export function slidesBody({ macros = false } = {}): Buffer {
  const atom = Buffer.from('020000040c000000' + '01000000' + '01000000' + '02000000', 'hex');
  return Buffer.concat([
    Buffer.from('0f00e803', 'hex'),
    Buffer.alloc(64),
    ...(macros ? [atom] : []),
  ]);
}
