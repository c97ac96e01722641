const BREAKS = /<\/(p|div|li|h[1-6]|tr|blockquote)>|<br\s*\/?>/gi;
const ENTITIES: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of rich text as people read it; used to count and to check, never to show. Runs anywhere. */
export function textOfHtml(html: string): string {
  return html
    .replace(BREAKS, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Ids of the uploaded pictures in rich text, in order. */
export function imagesOfHtml(html: string): string[] {
  return [...html.matchAll(/\/api\/files\/(fl_[0-9a-z]+)/g)].map((match) => match[1] ?? '');
}

/** How many characters people read, white space not counted. */
export const lengthOfHtml = (html: string): number => textOfHtml(html).replace(/\s/g, '').length;
