import type { Entry } from './entry';

/** Operations. Add a line when the page exists; the words go to `nav.ops.<key>`. */
export const opsEntries: Entry<'ops'>[] = [];
