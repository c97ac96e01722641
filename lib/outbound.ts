/** A web address to lead people to, or nothing: only http and https, without credentials in it. */
export function outboundAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain =
    (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
  return plain ? url.toString() : undefined;
}
