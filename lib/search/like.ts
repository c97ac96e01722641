/** A pattern that finds `text` anywhere, for `ilike`; nothing for blank text. */
export function containing(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed ? `%${trimmed.replace(/[\\%_]/g, '\\$&')}%` : undefined;
}
