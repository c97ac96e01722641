import { latestEvidence } from '@/lib/audit/queries';
import { actorFor, visitor } from '@/lib/auth/session';
import type { Portal } from '@/lib/auth/viewer';
import { countersFor } from '@/lib/counters/all';
import { countUnread } from '@/lib/records/inbox/queries';

const PORTALS: readonly Portal[] = ['buyer', 'merchant', 'ops'];

/**
 * Live figures for the frame: `{ counters, unread, latest }` of every hat the person wears; `latest` differs when
 * something happened that a page of theirs may show. Visitors get nothing.
 */
export async function GET(): Promise<Response> {
  const person = await visitor();
  if (person.kind === 'visitor') return Response.json({ counters: {}, unread: 0 }, { status: 401 });
  const hats = await Promise.all(
    PORTALS.map(async (portal) => {
      const actor = await actorFor(portal);
      if (!actor) return { counters: [], latest: undefined };
      const [counters, latest] = await Promise.all([
        countersFor(actor, portal),
        latestEvidence(actor),
      ]);
      return { counters, latest };
    }),
  );
  const counters = hats.flatMap((hat) => hat.counters.map(({ name, count }) => [name, count]));
  return Response.json(
    {
      counters: Object.fromEntries(counters),
      unread: await countUnread(person),
      latest: hats.map(({ latest }) => latest ?? '').join(' '),
    },
    { headers: { 'cache-control': 'no-store' } },
  );
}
