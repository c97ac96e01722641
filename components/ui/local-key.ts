let last = 0;

/** A key for something that only this page knows. Browsers make random ids on encrypted pages only. */
export function localKey(): string {
  last += 1;
  return `${Date.now().toString(36)}${last.toString(36)}`;
}
