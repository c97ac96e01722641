import {
  type EvidenceFilters,
  type EvidenceLine,
  evidenceFilter,
  evidenceFilters,
  searchEvidence,
} from '@/lib/records/evidence/queries';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<EvidenceLine>['kind'],
  name: string,
  value: ExportColumn<EvidenceLine>['value'],
  width = 18,
): ExportColumn<EvidenceLine> => ({ header: `evidence.field.${name}`, kind, value, width });

const stateOf = (noun: string, state: string | null) => state && `${noun}.state.${state}`;

/** The operation log with the hashes that prove it; what was written with each record is on its page. */
export const evidenceExport = defineExport<EvidenceLine, EvidenceFilters>({
  portal: 'ops',
  permission: 'evidence.read',
  title: 'evidence.list.title',
  filters: evidenceFilters,
  columns: [
    field('dateTime', 'at', ({ at }) => at),
    field('text', 'actor', ({ actorName }) => actorName),
    field('word', 'side', ({ actor }) => `evidence.actor.${actor.kind}`),
    field('word', 'noun', ({ noun }) => `review.kind.${noun}`),
    field('word', 'event', ({ noun, event }) => `${noun}.event.${event}`),
    field('word', 'fromState', ({ noun, fromState }) => stateOf(noun, fromState)),
    field('word', 'toState', ({ noun, toState }) => stateOf(noun, toState)),
    field('text', 'subject', ({ subjectId }) => subjectId, 34),
    field('text', 'stream', ({ stream }) => stream, 40),
    field('number', 'seq', ({ seq }) => seq),
    field('text', 'hash', ({ hash }) => hash, 66),
  ],
  batch: async (actor, filters, after, size) =>
    (await searchEvidence(actor, { ...evidenceFilter(filters), ...(after ? { after } : {}), size }))
      .rows,
  cursor: ({ id }) => id,
});
