const SHARED = [
  /^\/(?:buyer|merchant)\/((?:orders|supervision|appeals)\/\w+)$/,
  /^\/buyer\/balance\/(top-ups\/\w+)$/,
  /^(?:\/merchant)?\/(products\/\w+)$/,
  /^\/merchant\/(applications\/\w+)$/,
];

/** Where staff see what a message leads its receiver to; nothing for pages that are the receiver's alone. */
export function staffPage(href: string): string | undefined {
  if (/^\/ops(\/|$)/.test(href)) return href;
  const below = SHARED.map((pattern) => pattern.exec(href)?.[1]).find(Boolean);
  return below && `/ops/${below}`;
}
