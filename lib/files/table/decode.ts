/**
 * Text of a file in one of the encodings that spreadsheets write here: UTF-8 with or without its mark, or GB18030
 * (which holds GBK). Nothing when it is neither, or holds what no text holds.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
