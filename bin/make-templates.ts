import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { AGREEMENTS, DELIVERIES, REQUIREMENTS } from './templates/texts';

/** `npm run templates`: writes the blanks that merchants start from into `public/templates/<locale>`. */
const folder = (locale: string) => join(import.meta.dirname, '..', 'public', 'templates', locale);

async function writeDocument(path: string, title: string, body: (Paragraph | Table)[]) {
  const document = new Document({
    creator: 'Guildhall',
    title,
    sections: [
      { children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...body] },
    ],
  });
  writeFileSync(path, await Packer.toBuffer(document));
}

const row = (cells: readonly string[]) =>
  new TableRow({
    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
  });

for (const locale of ['zh-CN', 'en'] as const) {
  const to = folder(locale);
  mkdirSync(to, { recursive: true });
  const agreement = AGREEMENTS[locale];
  await writeDocument(
    join(to, 'service-agreement.docx'),
    agreement.title,
    agreement.articles.flatMap(({ heading, lines }) => [
      new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
      ...lines.map((text) => new Paragraph(text)),
    ]),
  );
  const delivery = DELIVERIES[locale];
  await writeDocument(join(to, 'delivery-template.docx'), delivery.title, [
    ...delivery.intro.map((text) => new Paragraph(text)),
    new Table({ rows: [delivery.head, ...delivery.rows].map(row) }),
  ]);
  const requirement = REQUIREMENTS[locale];
  const book = new ExcelJS.Workbook();
  book.creator = 'Guildhall';
  const sheet = book.addWorksheet(requirement.title);
  sheet.columns = [{ width: 28 }, { width: 48 }, { width: 48 }];
  sheet.addRow([...requirement.head]).font = { bold: true };
  for (const line of requirement.rows) sheet.addRow([...line]);
  await book.xlsx.writeFile(join(to, 'requirement-template.xlsx'));
}
