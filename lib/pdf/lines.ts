/** What must not begin a line, and what must not end one (GB/T 15834). */
const NO_START = new Set([...'，。、；：？！）》〉」』】〕”’％℃…—,.;:?!)]}%']);
const NO_END = new Set([...'（《〈「『【〔“‘([{¥']);
const WORD = /[A-Za-z0-9][A-Za-z0-9.,:/@_-]*|\s+|./gu;

/** The pieces that stay together: words, numbers, and characters with the marks that cling to them. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(WORD)) {
    const last = pieces.at(-1);
    const clings =
      last !== undefined && (NO_START.has(piece[0] ?? '') || NO_END.has([...last].at(-1) ?? ''));
    if (clings) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/**
 * Breaks a paragraph into lines that fit. A piece that is wider than a line is broken anywhere.
 * @param width measures a text in points
 * @param indent points that the first line begins later
 */
export function linesOf(
  text: string,
  measure: number,
  width: (text: string) => number,
  indent = 0,
): string[] {
  const lines: string[] = [];
  let line = '';
  const room = () => measure - (lines.length === 0 ? indent : 0);
  const put = (piece: string) => {
    if (width(line + piece.trimEnd()) <= room()) {
      line += line === '' ? piece.trimStart() : piece;
      return;
    }
    if (line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    if (width(piece) <= room()) line = piece.trimStart();
    else for (const character of piece) put(character);
  };
  for (const piece of piecesOf(text)) put(piece);
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
