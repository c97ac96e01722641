import { z } from 'zod';
import { parseInput } from '@/lib/engine/parse';
import type { Decision } from './commands';

const subject = z.object({ noun: z.string().min(1), subjectId: z.string().min(1) });
const decision = z.object({
  event: z.string().min(1),
  version: z.coerce.number().int().optional(),
});

/** What a review form names: the noun and the subject's id. */
export function subjectOf(input: unknown): [noun: string, subjectId: string] {
  const { noun, subjectId } = parseInput(subject, input);
  return [noun, subjectId];
}

/** The decision a review form carries: the machine's event, the version seen, and the event's own input. */
export function decisionOf(form: Record<string, unknown>): Decision {
  const { event, version } = parseInput(decision, form);
  const { noun: _noun, subjectId: _subjectId, event: _event, version: _version, ...input } = form;
  return { event, input, ...(version === undefined ? {} : { version }) };
}
