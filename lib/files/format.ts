const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size in bytes as people read it in any language: `5 MB`, `1.5 GB`. 1 MB is 1024 × 1024 bytes. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const rounded = value >= 100 || unit === 0 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${rounded} ${UNITS[unit]}`;
}

/** Extensions or kinds as they stand in a sentence: `JPG, PNG, PDF`. */
export const formatList = (items: readonly string[]): string =>
  items.map((item) => item.toUpperCase()).join(', ');
