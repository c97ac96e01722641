/** Formatted text written by people. `html` must come sanitized from the server. */
export function RichTextView({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized on the server before it is stored
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
