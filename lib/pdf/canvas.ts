import { PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import { Face } from './face';
import { linesOf } from './lines';

export const A4 = { width: 595.28, height: 841.89 };

export interface TextStyle {
  face?: 'regular' | 'bold';
  size?: number;
  /** Red, green, blue, 0–1. */
  color?: readonly [number, number, number];
}

const BLACK = [0.1, 0.1, 0.12] as const;
const at = (...values: number[]) => values.map((value) => value.toFixed(2)).join(' ');

/** One A4 page to write on, measured in points from its top left corner; Chinese type goes along in the file. */
export class Canvas {
  private content = '';

  private constructor(
    private readonly pdf: PDFDocument,
    private readonly page: PDFPage,
    private readonly faces: Record<'regular' | 'bold', Face>,
  ) {}

  static async create(about: { title: string; author: string; at: Date }): Promise<Canvas> {
    const pdf = await PDFDocument.create();
    pdf.setTitle(about.title, { showInWindowTitleBar: true });
    pdf.setAuthor(about.author);
    pdf.setProducer(about.author);
    pdf.setCreator(about.author);
    pdf.setLanguage('zh-CN');
    pdf.setCreationDate(about.at);
    pdf.setModificationDate(about.at);
    const page = pdf.addPage([A4.width, A4.height]);
    const faces = { regular: new Face(pdf, 'R', 400), bold: new Face(pdf, 'B', 700) };
    for (const face of Object.values(faces)) {
      page.node.setFontDictionary(
        PDFName.of(face.name),
        // The font itself follows when every character is known.
        face.ref as never,
      );
    }
    return new Canvas(pdf, page, faces);
  }

  width(text: string, { face = 'regular', size = 11 }: TextStyle = {}): number {
    return this.faces[face].width(text, size);
  }

  /** Writes one line whose baseline is `y`, turned by `turn` radians about its beginning. */
  text(text: string, x: number, y: number, style: TextStyle = {}, turn = 0, spread = 0): void {
    const { face = 'regular', size = 11, color = BLACK } = style;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const font = this.faces[face];
    const place = at(cos, sin, -sin, cos, x, A4.height - y);
    this.content += `BT ${at(...color)} rg /${font.name} ${at(size)} Tf ${at(spread)} Tc ${place} Tm <${font.encode(text)}> Tj ET\n`;
  }

  /**
   * Writes a paragraph in full lines; answers the baseline after its last.
   * @param indent points that the first line begins later
   */
  paragraph(
    text: string,
    { x, y, measure, leading }: { x: number; y: number; measure: number; leading: number },
    style: TextStyle = {},
    indent = 0,
  ): number {
    const lines = linesOf(text, measure, (part) => this.width(part, style), indent);
    lines.forEach((line, i) => {
      const from = x + (i === 0 ? indent : 0);
      const room = measure - (i === 0 ? indent : 0) - this.width(line, style);
      const gaps = [...line].length - 1;
      const spread = i < lines.length - 1 && gaps > 0 ? room / gaps : 0;
      this.text(line, from, y + i * leading, style, 0, spread);
    });
    return y + lines.length * leading;
  }

  line(x1: number, y: number, x2: number, width = 0.5): void {
    this.content += `q ${at(width)} w 0.75 0.75 0.75 RG ${at(x1, A4.height - y)} m ${at(x2, A4.height - y)} l S Q\n`;
  }

  /** Path operators in page coordinates (from the bottom left), for what no letter draws. */
  draw(operators: string): void {
    this.content += `q ${operators} Q\n`;
  }

  async finish(): Promise<Buffer> {
    for (const face of Object.values(this.faces)) face.embed();
    const { context } = this.pdf;
    this.page.node.addContentStream(context.register(context.flateStream(this.content)));
    return Buffer.from(await this.pdf.save());
  }
}
