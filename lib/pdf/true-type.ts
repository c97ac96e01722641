import type { Outline } from './glyphs';

const ASCENT = 880;
const DESCENT = -120;
const UNITS = 1000;

/** The box around outlines, in units. */
function boxOf(outlines: readonly Outline[]) {
  const points = outlines.flatMap(({ contours }) => contours.flat());
  const of = (values: number[], pick: (...all: number[]) => number) =>
    values.reduce((best, value) => pick(best, value), values[0] ?? 0);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    xMin: of(xs, Math.min),
    yMin: of(ys, Math.min),
    xMax: of(xs, Math.max),
    yMax: of(ys, Math.max),
  };
}

const int16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => void bytes.writeUInt16BE(value & 0xffff, i * 2));
  return bytes;
};
const int32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => void bytes.writeUInt32BE(value >>> 0, i * 4));
  return bytes;
};
const padded = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** One outline as TrueType writes it: contour ends, flags, then every coordinate as a step of sixteen bits. */
function glyphBytes(outline: Outline): Buffer {
  const { contours } = outline;
  if (contours.length === 0) return Buffer.alloc(0);
  const { xMin, yMin, xMax, yMax } = boxOf([outline]);
  const points = contours.flat();
  let end = -1;
  const ends = contours.map((contour) => {
    end += contour.length;
    return end;
  });
  const steps = (pick: 'x' | 'y') =>
    points.map((point, i) => point[pick] - (points[i - 1]?.[pick] ?? 0));
  return padded(
    Buffer.concat([
      int16(contours.length, xMin, yMin, xMax, yMax, ...ends, 0),
      Buffer.from(points.map(({ on }) => (on ? 1 : 0))),
      int16(...steps('x'), ...steps('y')),
    ]),
  );
}

/**
 * A TrueType program of these outlines in their order, with what a PDF needs of one (ISO 32000-1, 9.9): glyph 0 stands
 * for what is missing. Units are thousandths of the type size.
 */
export function trueType(outlines: readonly Outline[]): Buffer {
  const glyphs = outlines.map(glyphBytes);
  let offset = 0;
  const offsets = [0, ...glyphs.map((glyph) => (offset += glyph.length))];
  const { xMin, yMin, xMax, yMax } = boxOf(outlines);
  const count = outlines.length;
  const widest = Math.max(...outlines.map(({ advance }) => advance));
  const mostPoints = Math.max(...outlines.map(({ contours }) => contours.flat().length));
  const mostContours = Math.max(...outlines.map(({ contours }) => contours.length));
  return assemble({
    glyf: Buffer.concat(glyphs),
    head: Buffer.concat([
      int32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      int16(0, UNITS),
      int32(0, 0, 0, 0),
      int16(xMin, yMin, xMax, yMax, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([
      int32(0x00010000),
      int16(ASCENT, DESCENT, 0, widest, xMin, 0, xMax, 1, 0, 0, 0, 0, 0, 0, 0, count),
    ]),
    hmtx: int16(...outlines.flatMap((one) => [one.advance, boxOf([one]).xMin])),
    loca: int32(...offsets),
    maxp: Buffer.concat([
      int32(0x00010000),
      int16(count, mostPoints, mostContours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    ]),
  });
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(names.length));
  const range = 16 * 2 ** power;
  let at = 12 + 16 * names.length;
  const directory = names.map((name) => {
    const table = tables[name] ?? Buffer.alloc(0);
    const entry = Buffer.concat([
      Buffer.from(name, 'latin1'),
      int32(checksum(padded(table)), at, table.length),
    ]);
    at += padded(table).length;
    return entry;
  });
  return Buffer.concat([
    int32(0x00010000),
    int16(names.length, range, power, names.length * 16 - range),
    ...directory,
    ...names.map((name) => padded(tables[name] ?? Buffer.alloc(0))),
  ]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
