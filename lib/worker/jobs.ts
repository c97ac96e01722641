import { z } from 'zod';

/**
 * Every background job by name, with the schema of its payload. Payloads carry ids, not copies: a job reads what is
 * true when it runs. `tasks.ts` has the handlers.
 */
export const jobs = {
  /** Turns an outbox row into messages to its receivers. */
  notify: z.object({ outboxId: z.string() }),
  /** Sends one message on its channel. */
  'send-message': z.object({ messageId: z.string() }),
} satisfies Record<string, z.ZodType>;

/** The jobs' names with the type of each payload. */
export type Jobs = { [Name in keyof typeof jobs]: z.input<(typeof jobs)[Name]> };

/** A job's name. */
export type JobName = keyof Jobs;
