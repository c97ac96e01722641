import { actorFor, visitor } from '@/lib/auth/session';
import type { Portal } from '@/lib/auth/viewer';
import { countersFor } from '@/lib/counters/all';
import { countUnread } from '@/lib/records/inbox/queries';

const PORTALS: readonly Portal[] = ['buyer', 'merchant', 'ops'];

/** Live figures for the frame: `{ counters, unread }` of every hat the person wears. Visitors get nothing. */
export async function GET(): Promise<Response> {
  const person = await visitor();
  if (person.kind === 'visitor') return Response.json({ counters: {}, unread: 0 }, { status: 401 });
  const lists = await Promise.all(
    PORTALS.map(async (portal) => {
      const actor = await actorFor(portal);
      return actor ? countersFor(actor, portal) : [];
    }),
  );
  const counters = Object.fromEntries(lists.flat().map(({ name, count }) => [name, count]));
  return Response.json(
    { counters, unread: await countUnread(person) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
