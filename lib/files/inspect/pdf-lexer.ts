/** The parts of PDF's syntax that the inspection needs: names, strings, and the words between them. */
export type PdfToken =
  | { type: 'name'; value: string }
  | { type: 'string'; value: string }
  | { type: 'word'; value: string };

// White space is every byte up to the space.
const WHITE = /[^!-\u00ff]/;
const DELIMITER = /[^!-\u00ff]|[()<>[\]{}/%]/;
const STRING_KEPT = 512;

/**
 * Tokens of `text` (bytes as latin1) from `start` up to `end`. Names come with their `#xx` escapes resolved, so that
 * a name cannot be hidden behind another spelling.
 */
export function* lexPdf(
  text: string,
  start = 0,
  end = text.length,
): Generator<PdfToken & { at: number; end: number }> {
  let at = start;
  while (at < end) {
    const char = text[at] as string;
    const from = at;
    if (WHITE.test(char)) {
      at += 1;
    } else if (char === '%') {
      while (at < end && text[at] !== '\n' && text[at] !== '\r') at += 1;
    } else if (char === '(') {
      const string = literal(text, at, end);
      at = string.end;
      yield { type: 'string', value: string.value, at: from, end: at };
    } else if (text.startsWith('<<', at)) {
      at += 2;
    } else if (char === '<') {
      const close = text.indexOf('>', at);
      const stop = close < 0 || close > end ? end : close;
      const value = Buffer.from(
        text.slice(at + 1, Math.min(stop, at + 2 * STRING_KEPT)).replace(/[^0-9a-f]/gi, ''),
        'hex',
      );
      at = stop + 1;
      yield { type: 'string', value: value.toString('latin1'), at: from, end: at };
    } else if (char === '/') {
      at = wordEnd(text, at + 1, end);
      const raw = text.slice(from + 1, at);
      const value = raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      yield { type: 'name', value, at: from, end: at };
    } else if (DELIMITER.test(char)) {
      at += 1;
    } else {
      at = wordEnd(text, at, end);
      yield { type: 'word', value: text.slice(from, at), at: from, end: at };
    }
  }
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !DELIMITER.test(text[at] as string)) at += 1;
  return at;
}

/** A string in brackets: they nest, a backslash escapes; only its first characters are kept. */
function literal(text: string, start: number, end: number): { value: string; end: number } {
  let depth = 0;
  let value = '';
  let at = start;
  for (; at < end; at += 1) {
    const char = text[at] as string;
    if (char === '\\') {
      at += 1;
      if (value.length < STRING_KEPT) value += text[at] ?? '';
      continue;
    }
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return { value, end: at + 1 };
    if (at > start && value.length < STRING_KEPT) value += char;
  }
  return { value, end };
}

/** A text string of a PDF: UTF-16 when it starts with the mark, else one byte a character. */
export function pdfText(value: string): string {
  if (!value.startsWith('\xfe\xff')) return value;
  return new TextDecoder('utf-16be').decode(Buffer.from(value, 'latin1').subarray(2));
}
