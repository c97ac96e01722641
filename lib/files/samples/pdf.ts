import { PDFDocument, PDFName, type PDFPage, type PDFRef, PDFString } from 'pdf-lib';

const A4: [number, number] = [595.28, 841.89];
const MARGIN = 64;
const BODY = 11;
const LINE = 20;
const PER_LINE = 42;
const LINES_PER_PAGE = 34;

/**
 * A real PDF with real, searchable Chinese text. It names the Song typeface that every reader substitutes with a
 * Chinese font of its own, so that no font file of many megabytes has to be shipped.
 */
export async function makePdf(title: string, paragraphs: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title);
  const font = chineseFont(pdf);
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph), '']);
  for (let at = 0; at === 0 || at < lines.length; at += LINES_PER_PAGE) {
    const page = pdf.addPage(A4);
    page.node.setFontDictionary(PDFName.of('Song'), font);
    const heading = at === 0 ? drawText(title, 18, A4[1] - MARGIN) : '';
    const body = lines
      .slice(at, at + LINES_PER_PAGE)
      .map((line, index) => drawText(line, BODY, A4[1] - MARGIN - 44 - index * LINE))
      .join('');
    addContent(pdf, page, heading + body);
  }
  return Buffer.from(await pdf.save());
}

function addContent(pdf: PDFDocument, page: PDFPage, content: string): void {
  page.node.addContentStream(pdf.context.register(pdf.context.flateStream(content)));
}

/** One line of text: its characters as UTF-16, which is what the encoding `UniGB-UTF16-H` reads. */
function drawText(text: string, size: number, y: number): string {
  if (text === '') return '';
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /Song ${size} Tf ${MARGIN} ${y.toFixed(2)} Td <${hex}> Tj ET\n`;
}

function wrap(paragraph: string): string[] {
  const characters = [...paragraph];
  return Array.from({ length: Math.ceil(characters.length / PER_LINE) || 1 }, (_, index) =>
    characters.slice(index * PER_LINE, (index + 1) * PER_LINE).join(''),
  );
}

function chineseFont(pdf: PDFDocument): PDFRef {
  const { context } = pdf;
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'STSong-Light',
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  );
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: 'STSong-Light',
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('GB1'),
      Supplement: 4,
    },
    FontDescriptor: descriptor,
    DW: 1000,
    W: [1, 95, 500],
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light-UniGB-UTF16-H',
      Encoding: 'UniGB-UTF16-H',
      DescendantFonts: [context.register(descendant)],
    }),
  );
}
