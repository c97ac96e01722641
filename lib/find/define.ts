import type { Actor } from '@/lib/auth/actor';

export interface Found {
  title: string;
  hint?: string;
  href: string;
}

/** Looks for one kind of object that the actor may see; at most `limit`, best first. */
export interface Finder {
  /** Its heading is `find.<name>`. */
  name: string;
  find: (actor: Actor, q: string, limit: number) => Promise<Found[]>;
}
