import { type PDFDocument, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { Glyphs, type Outline, type Weight } from './glyphs';
import { trueType } from './true-type';

const PER_BLOCK = 100;

/** A typeface in one document: it holds the characters that were written with it, and no others. */
export class Face {
  readonly ref: PDFRef;
  private readonly glyphs: Glyphs;
  private readonly order = new Map<string, number>();
  private readonly outlines: Outline[] = [];

  constructor(
    private readonly pdf: PDFDocument,
    /** Name of the font in the pages' resources. */
    readonly name: string,
    private readonly weight: Weight,
  ) {
    this.ref = pdf.context.nextRef();
    this.glyphs = new Glyphs(weight);
    this.glyphOf('□');
  }

  /** Width in points. */
  width(text: string, size: number): number {
    const units = [...text].reduce(
      (sum, character) => sum + (this.outlines[this.glyphOf(character)]?.advance ?? 0),
      0,
    );
    return (units * size) / 1000;
  }

  /** The text as a hexadecimal string of glyph numbers. */
  encode(text: string): string {
    return [...text]
      .map((character) => this.glyphOf(character).toString(16).padStart(4, '0'))
      .join('');
  }

  private glyphOf(character: string): number {
    const known = this.order.get(character);
    if (known !== undefined) return known;
    const number = this.outlines.length;
    this.order.set(character, number);
    this.outlines.push(this.glyphs.outline(character));
    return number;
  }

  /** Writes the font into the document; call when everything is written. */
  embed(): void {
    const { context } = this.pdf;
    const name = `GHDLAA+NotoSansSC-${this.weight === 700 ? 'Bold' : 'Regular'}`;
    const program = trueType(this.outlines);
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: [-1000, -500, 2000, 1200],
        ItalicAngle: 0,
        Ascent: 880,
        Descent: -120,
        CapHeight: 733,
        StemV: this.weight === 700 ? 140 : 80,
        FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: {
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        CIDToGIDMap: 'Identity',
        DW: 1000,
        W: [0, this.outlines.map(({ advance }) => advance)],
      }),
    );
    const font = context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(this.toUnicode())),
    });
    font.set(PDFName.of('Type'), PDFName.of('Font'));
    context.assign(this.ref, font);
  }

  /** What each glyph says, so that the text can be searched, copied and read aloud. */
  private toUnicode(): string {
    const pairs = [...this.order].map(([character, glyph]) => {
      const text = Buffer.from(character, 'utf16le').swap16().toString('hex');
      return `<${glyph.toString(16).padStart(4, '0')}> <${text}>`;
    });
    const blocks: string[] = [];
    for (let at = 0; at < pairs.length; at += PER_BLOCK) {
      const block = pairs.slice(at, at + PER_BLOCK);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n');
  }
}
