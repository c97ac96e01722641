import type { Entry } from './entry';

/** Buyer centre. Add a line when the page exists; the words go to `nav.buyer.<key>`. */
export const buyerEntries: Entry<'buyer'>[] = [];
