const segmenters = { zh: new Intl.Segmenter('zh', { granularity: 'word' }) };

/**
 * The words of a text for PostgreSQL's `simple` full-text configuration: Chinese by dictionary words and single
 * characters, Latin words in lower case. The same function prepares documents and queries.
 */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenters.zh.segment(
    text.normalize('NFKC').toLowerCase(),
  )) {
    if (!isWordLike) continue;
    words.add(segment);
    if (/\p{Script=Han}/u.test(segment)) for (const character of segment) words.add(character);
  }
  return [...words];
}

/** Text for a `tsvector`: `to_tsvector('simple', …)`. */
export const searchDocument = (...parts: (string | null | undefined)[]): string =>
  wordsOf(parts.filter(Boolean).join(' ')).join(' ');

/** A `tsquery` in which every word must occur, the last one as a prefix; empty for no words. */
export function searchQuery(text: string): string {
  const words = wordsOf(text).map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '')}'`);
  return words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ');
}
