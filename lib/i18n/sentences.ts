/** Chinese punctuation, full width: it brings its own room. */
const FULL_WIDTH = /[\u3000-\u303f\uff00-\uff60]$/;

/** Sentences one after the other: a space between them, none after Chinese punctuation. Empty ones are left out. */
export const sentences = (...parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .reduce(
      (text, part) => (!text || FULL_WIDTH.test(text) ? `${text}${part}` : `${text} ${part}`),
      '',
    );
