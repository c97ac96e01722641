import { accountEntries } from './account';
import { buyerEntries } from './buyer';
import { type Entry, GROUPS, type Place } from './entry';
import { merchantEntries } from './merchant';
import { opsEntries } from './ops';
import { storeEntries } from './store';

export const ENTRIES: Record<Place, Entry[]> = {
  store: storeEntries,
  merchant: merchantEntries,
  buyer: buyerEntries,
  ops: opsEntries,
  account: accountEntries,
};

/** The entries of a place that a person with these permissions may see. */
export function visibleEntries(place: Place, permissions: readonly string[]): Entry[] {
  return ENTRIES[place].filter(
    ({ permission }) => permission === null || permissions.includes(permission),
  );
}

/** The same, in groups; empty groups are left out. */
export function visibleGroups(place: Place, permissions: readonly string[]) {
  const entries = visibleEntries(place, permissions);
  return GROUPS[place]
    .map((group: string) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
    .filter(({ entries: found }) => found.length > 0);
}

/** One entry by key, e.g. the bell. */
export function findEntry(place: Place, key: string): Entry | undefined {
  return ENTRIES[place].find((entry) => entry.key === key);
}
