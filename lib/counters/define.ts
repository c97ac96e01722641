import type { Actor } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import type { Portal } from '@/lib/auth/viewer';

/** A to-do figure: what waits for this person, and the filtered list that it counts. */
export interface Counter {
  /** Unique over all portals; its words are `counter.<name>`. */
  name: string;
  portal: Portal;
  href: string;
  permission: Permission;
  /** Capped at COUNT_CAP. */
  count: (actor: Actor) => Promise<number>;
}
