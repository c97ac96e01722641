import { z } from 'zod';
import { textFilter } from '@/lib/list/filters';
import { listQueue, queueCursor, type ReviewItem } from '@/lib/records/review/queries';
import { defineExport } from '../define';

const filters = z.object({ q: textFilter, noun: textFilter, show: textFilter });

/** The review queue, most urgent first. */
export const queueExport = defineExport<ReviewItem, z.infer<typeof filters>>({
  portal: 'ops',
  permission: 'review.read',
  title: 'review.list.title',
  filters,
  columns: [
    { header: 'review.field.title', kind: 'text', value: ({ title }) => title, width: 36 },
    { header: 'review.field.kind', kind: 'word', value: ({ noun }) => `review.kind.${noun}` },
    { header: 'review.field.id', kind: 'text', value: ({ subjectId }) => subjectId, width: 34 },
    { header: 'review.field.round', kind: 'number', value: ({ round }) => round },
    { header: 'review.field.submittedAt', kind: 'dateTime', value: (row) => row.submittedAt },
    { header: 'review.field.due', kind: 'dateTime', value: ({ dueAt }) => dueAt },
  ],
  batch: async (actor, { q, noun, show }, after, size) =>
    (
      await listQueue(actor, {
        ...(q ? { q } : {}),
        ...(noun ? { noun } : {}),
        ...(show ? { show } : {}),
        ...(after ? { after } : {}),
        size,
      })
    ).rows,
  cursor: queueCursor,
});
