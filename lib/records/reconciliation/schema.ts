import { z } from 'zod';
import { LEDGER_KINDS } from '@/db/schema/ledger';
import { jsonSafe } from '@/lib/audit/canonical';
import type { Reconciliation } from '@/lib/money/reconcile';
import { DIFFERENCES } from '@/lib/money/reconcile-checks';

/** Fen as the text that JSON keeps whole. */
const fen = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);

const code = z.enum(DIFFERENCES);

const kept = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  kinds: z.array(z.object({ kind: z.enum(LEDGER_KINDS), accounts: z.int(), total: fen })),
  total: fen,
  entries: z.int(),
  postings: z.int(),
  checks: z.array(z.object({ code, looked: z.int(), found: z.int() })),
  differences: z.array(
    z.object({
      code,
      subject: z.string(),
      name: z.string().nullable(),
      href: z.string().nullable(),
      expected: fen,
      actual: fen,
    }),
  ),
}) satisfies z.ZodType<Reconciliation>;

/** What a run found, as it is kept: fen as text, the moment in ISO 8601. */
export const resultToKeep = (result: Reconciliation): unknown => jsonSafe(result);

/** What a run found; nothing when it was written before today's checks and cannot be read. */
export const keptResult = (value: unknown): Reconciliation | undefined =>
  kept.safeParse(value).data;
