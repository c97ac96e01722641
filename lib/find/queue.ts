import { reviewPage } from '@/lib/records/review/pages';
import { listQueue } from '@/lib/records/review/queries';
import type { Finder } from './define';

/** Applications that wait for operators. */
export const queueFinder: Finder = {
  name: 'queue',
  find: async (actor, q, limit) => {
    if (actor.kind !== 'operator') return [];
    const { rows } = await listQueue(actor, { q });
    return rows.slice(0, limit).map((row) => ({
      title: row.title,
      hint: row.subjectId,
      href: reviewPage(row.noun, row.subjectId),
    }));
  },
};
