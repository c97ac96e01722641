/** Whether a text contains a word of the setting `content.sensitiveWords`, whatever its case. */
export const hasSensitiveWord = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
