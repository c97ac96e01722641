const TOP_LEVEL =
  'com|cn|net|org|io|top|vip|shop|site|xyz|info|biz|cc|co|me|app|dev|tech|cloud|ltd|store|online|club|ai|hk|tw|jp|uk|us|eu';
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S/i;
const DOMAIN = new RegExp(
  `(?<![a-z0-9])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${TOP_LEVEL})(?![a-z0-9-])`,
  'gi',
);
/** Names of technologies that look like domains. */
const NOT_DOMAINS = new Set(['asp.net', 'ado.net', 'vb.net', 'ml.net', 'socket.io', 'draw.io']);

/** Whether a text holds an address outside, however it is written: the introduction may not (onboarding.md 3.1). */
export function hasExternalLink(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[。．｡]/g, '.');
  if (ADDRESS.test(plain)) return true;
  return [...plain.matchAll(DOMAIN)].some(([found]) => !NOT_DOMAINS.has(found.toLowerCase()));
}
