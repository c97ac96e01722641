import { z } from 'zod';
import type { ReviewOutcome, ReviewReason } from '@/db/schema/onboarding';
import { type Actor, accountOf } from '@/lib/auth/actor';

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => text || undefined)
    .optional();

/** A line of the form that nobody began to fill in says nothing. */
const begun = (line: unknown) => {
  const { field, text } = (line ?? {}) as Record<string, unknown>;
  return Boolean(field) || Boolean(String(text ?? '').trim());
};

/**
 * A rejection: reasons for the fields that the applicant must change, each with the rule it comes from where there is
 * one, and a note for the whole; at least one of them.
 */
export const rejection = (fields: readonly [string, ...string[]]) =>
  z
    .object({
      reasons: z.preprocess(
        (lines) => (Array.isArray(lines) ? lines.filter(begun) : []),
        z
          .array(
            z.object({
              field: z.enum(fields),
              rule: optional(40),
              text: z.string().trim().min(1).max(500),
            }),
          )
          .max(50),
      ),
      note: optional(2000),
    })
    .refine(({ reasons, note }) => reasons.length > 0 || note !== undefined, {
      path: ['note'],
      error: 'review.error.noReason',
    });

export const approval = z.object({ note: optional(2000) });

/** The outcome as the application keeps it. */
export function outcomeOf(
  verdict: ReviewOutcome['verdict'],
  { reasons = [], note }: { reasons?: ReviewReason[]; note?: string },
  actor: Actor,
  at: Date,
): ReviewOutcome {
  return {
    verdict,
    reasons,
    ...(note ? { note } : {}),
    by: accountOf(actor) ?? 'system',
    at: at.toISOString(),
  };
}
