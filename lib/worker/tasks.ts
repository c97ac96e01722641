import type { z } from 'zod';
import { expandNotice } from '@/lib/notify/expand';
import { sendMessage } from '@/lib/notify/send';
import { type JobName, jobs } from './jobs';

/** Runs one job; throwing makes it run again later, with growing pauses. */
export type Handler<Payload = unknown> = (
  payload: Payload,
  context: { attempt: number; lastAttempt: boolean; signal?: AbortSignal },
) => Promise<void>;

/** The handlers of the jobs in `jobs.ts`. A job without one waits in the queue until a worker has it. */
export const tasks: { [Name in JobName]?: Handler<z.output<(typeof jobs)[Name]>> } = {
  notify: async ({ outboxId }) => {
    await expandNotice(outboxId);
  },
  'send-message': ({ messageId }) => sendMessage(messageId),
};

/** The schema of a job's payload. */
export const payloadSchema = (name: string): z.ZodType | undefined =>
  (jobs as Record<string, z.ZodType>)[name];
