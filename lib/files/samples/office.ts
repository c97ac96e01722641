import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { makeZip } from './zip';

/** A real Word document with a heading and paragraphs. */
export function makeDocx(title: string, paragraphs: readonly string[]): Promise<Buffer> {
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...paragraphs.map((text) => new Paragraph({ text })),
  ];
  return Packer.toBuffer(new Document({ title, sections: [{ children }] }));
}

/** A real Excel workbook with one sheet, first row bold. */
export async function makeXlsx(
  sheet: string,
  rows: readonly (readonly (string | number)[])[],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(sheet);
  for (const row of rows) page.addRow([...row]);
  page.getRow(1).font = { bold: true };
  page.columns.forEach((column) => {
    column.width = 24;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml';
const NAMES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

/** The smallest PowerPoint presentation: one blank slide. */
export function makePptx(): Promise<Buffer> {
  const tree =
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...items: string[]) =>
    `${XML}<Relationships xmlns="${RELATIONS}">${items.join('')}</Relationships>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/ppt/${name}" ContentType="${SLIDES}.${type}+xml"/>`;
  return makeZip({
    '[Content_Types].xml': `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('presentation.xml', 'presentation.main')}${part('slides/slide1.xml', 'slide')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'ppt/presentation.xml')),
    'ppt/presentation.xml': `${XML}<p:presentation ${NAMES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(relation('rId1', 'slide', 'slides/slide1.xml')),
    'ppt/slides/slide1.xml': `${XML}<p:sld ${NAMES}>${tree}</p:sld>`,
  });
}
