import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';

/** A point of an outline, in thousandths of the type size; off the curve it pulls a quadratic arc. */
export interface OutlinePoint {
  x: number;
  y: number;
  on: boolean;
}

export interface Outline {
  /** Thousandths of the type size. */
  advance: number;
  contours: OutlinePoint[][];
}

export type Weight = 400 | 700;

interface Command {
  command: string;
  args: number[];
}
interface SliceFont {
  fvar: { axis: { axisTag: string; defaultValue: number }[] };
  stream: { constructor: new (bytes: Buffer) => unknown };
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  glyphForCodePoint: (codePoint: number) => SliceGlyph;
  getGlyph: (id: number) => SliceGlyph;
  _variationProcessor: { transformPoints: (id: number, points: GlyphPoint[]) => void };
}
interface GlyphPoint {
  constructor: new (onCurve: boolean, endContour: boolean, x: number, y: number) => GlyphPoint;
}
interface SliceGlyph {
  id: number;
  advanceWidth: number;
  path: { commands: Command[] };
  _decode: () => { points?: GlyphPoint[]; components?: { glyphID: number }[] } | undefined;
}
type SliceFontClass = new (stream: unknown, coordinates: number[]) => SliceFont;

/** Noto Sans SC comes in slices of some hundred characters each; the table says which holds what. */
interface Slice {
  path: string;
  ranges: [from: number, to: number][];
}

let slices: Slice[] | undefined;

function readSlices(): Slice[] {
  const require = createRequire(import.meta.url);
  const table = require.resolve('@fontsource-variable/noto-sans-sc/unicode.json');
  const entries = Object.entries(JSON.parse(readFileSync(table, 'utf8')) as Record<string, string>);
  return entries.map(([name, ranges]) => ({
    path: join(
      dirname(table),
      'files',
      `noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
    ),
    ranges: ranges.split(',').map((range) => {
      const [from = '', to = from] = range.slice(2).split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
}

/** Outlines of Noto Sans SC at one weight, slice by slice as characters are asked for. */
export class Glyphs {
  private readonly fonts = new Map<string, SliceFont>();
  private readonly varied = new Set<SliceGlyph>();

  constructor(private readonly weight: Weight) {}

  /** The outline of a character; of one that the typeface lacks, that of `□`. */
  outline(character: string): Outline {
    const codePoint = character.codePointAt(0) ?? 32;
    slices ??= readSlices();
    const holds = slices.filter(({ ranges }) =>
      ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
    );
    for (const slice of holds) {
      const font = this.font(slice.path);
      if (!font.hasGlyphForCodePoint(codePoint)) continue;
      const glyph = font.glyphForCodePoint(codePoint);
      this.vary(font, glyph);
      return { advance: Math.round(glyph.advanceWidth), contours: contoursOf(glyph.path.commands) };
    }
    if (character === '□') throw new Error('the typeface has no □');
    return this.outline('□');
  }

  /**
   * Moves the points of a glyph to the weight, those of its components too. fontkit does so for plain files; of packed
   * ones it gives the points of the thinnest weight.
   */
  private vary(font: SliceFont, glyph: SliceGlyph): void {
    if (this.varied.has(glyph)) return;
    this.varied.add(glyph);
    const { points = [], components = [] } = glyph._decode() ?? {};
    const [first] = points;
    if (first) {
      // The variation counts four points more, which stand for the metrics.
      const metrics = Array.from({ length: 4 }, () => new first.constructor(false, true, 0, 0));
      const moved = [...points, ...metrics];
      font._variationProcessor.transformPoints(glyph.id, moved);
      points.splice(0, points.length, ...moved.slice(0, -4));
    }
    for (const { glyphID } of components) this.vary(font, font.getGlyph(glyphID));
  }

  private font(path: string): SliceFont {
    const known = this.fonts.get(path);
    if (known) return known;
    const bytes = readFileSync(path);
    const base = fontkit.create(bytes) as unknown as SliceFont;
    // `getVariation` reads packed (WOFF2) files as if they were plain, so the variation is built the way it builds it.
    const coordinates = base.fvar.axis.map((axis) =>
      axis.axisTag.trim() === 'wght' ? this.weight : axis.defaultValue,
    );
    const Font = base.constructor as SliceFontClass;
    const font = new Font(new base.stream.constructor(bytes), coordinates);
    this.fonts.set(path, font);
    return font;
  }
}

function contoursOf(commands: readonly Command[]): OutlinePoint[][] {
  const contours: OutlinePoint[][] = [];
  const add = (x = 0, y = 0, on = true) =>
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), on });
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    if (command === 'quadraticCurveTo') add(args[0], args[1], false);
    if (command !== 'closePath') add(args.at(-2), args.at(-1));
  }
  return contours.filter(({ length }) => length > 1).map(withoutDoubleEnd);
}

/** A closed contour returns to its beginning by itself. */
function withoutDoubleEnd(points: OutlinePoint[]): OutlinePoint[] {
  const [first, last] = [points[0], points.at(-1)];
  return first && last?.on && first.x === last.x && first.y === last.y
    ? points.slice(0, -1)
    : points;
}
