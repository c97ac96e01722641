import { z } from 'zod';
import type { ReviewOutcome } from '@/db/schema/onboarding';
import { type Actor, accountOf } from '@/lib/auth/actor';

const reason = z.string().trim().max(500);

/**
 * A rejection: a reason per field that the applicant must change, each with the rule it comes from where there is one,
 * and a note for the whole; at least one of them.
 */
export const rejection = (fields: readonly [string, ...string[]]) =>
  z
    .object({
      fields: z
        .partialRecord(z.enum(fields), z.object({ rule: z.string().max(40).optional(), reason }))
        .optional()
        .transform((given) =>
          Object.fromEntries(
            Object.entries(given ?? {}).filter(([, field]) => field && field.reason !== ''),
          ),
        ),
      note: z.string().trim().max(2000).optional(),
    })
    .refine(({ fields: given, note }) => Object.keys(given).length > 0 || Boolean(note), {
      path: ['note'],
      error: 'review.error.noReason',
    });

export const approval = z.object({ note: z.string().trim().max(2000).optional() });

interface Verdict {
  fields?: Record<string, { rule?: string; reason: string } | undefined>;
  note?: string;
}

/** The outcome as the application keeps it. */
export function outcomeOf(
  verdict: ReviewOutcome['verdict'],
  input: Verdict,
  actor: Actor,
  at: Date,
): ReviewOutcome {
  const fields: ReviewOutcome['fields'] = {};
  for (const [name, field] of Object.entries(input.fields ?? {})) {
    if (field) fields[name] = { reason: field.reason, ...(field.rule ? { rule: field.rule } : {}) };
  }
  return {
    verdict,
    fields,
    ...(input.note ? { note: input.note } : {}),
    by: accountOf(actor) ?? 'system',
    at: at.toISOString(),
  };
}
