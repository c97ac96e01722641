/** A web address to lead people to, or nothing: only http and https, without credentials in it. */
export function outboundAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain =
    (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
  return plain ? url.toString() : undefined;
}

/** Sanitized HTML with its outbound links led over the page that says one is leaving (onboarding.md 7.6). */
export const linksOverLeaving = (html: string): string =>
  html.replace(
    / href="(https?:\/\/[^"]*)"/g,
    (_, address: string) =>
      ` href="/leaving?to=${encodeURIComponent(address.replaceAll('&amp;', '&'))}"`,
  );
