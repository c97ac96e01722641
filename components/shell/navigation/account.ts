import type { Entry } from './entry';

/** The menu under the person's name. The key `notices` is the bell. */
export const accountEntries: Entry<'account'>[] = [];
