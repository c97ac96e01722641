/** A text in three parts: what both have in front, what differs, what both have behind. */
export type Split = { head: string; middle: string; tail: string };

/** Where two texts part and meet again; characters, not code units, so that none is torn. */
export function splitDifference(before: string, after: string): { before: Split; after: Split } {
  const a = [...before];
  const b = [...after];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const cut = (text: string[]): Split => ({
    head: text.slice(0, head).join(''),
    middle: text.slice(head, text.length - tail).join(''),
    tail: text.slice(text.length - tail).join(''),
  });
  return { before: cut(a), after: cut(b) };
}
