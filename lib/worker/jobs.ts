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
  /** Opens the delivery of a paid order. */
  'open-supervision': z.object({ orderId: z.string() }),
  /** The order ended by a decision: a refund that is still asked for ends with it. */
  'end-refund': z.object({ orderId: z.string() }),
  /** Ends unpaid orders of what is no longer sold, or with `changed`, of what costs something else now. */
  'invalidate-orders': z.object({
    productId: z.string().optional(),
    specId: z.string().optional(),
    skuIds: z.array(z.string()).optional(),
    changed: z.boolean().optional(),
  }),
  /** Moves the money of an agreed refund. */
  'execute-refund': z.object({ refundId: z.string() }),
  /** Gives the customers of a batch's lists their vouchers. */
  'give-vouchers': z.object({ voucherId: z.string() }),
  /** Ends the unused pieces of a batch that was voided or has become invalid. */
  'end-vouchers': z.object({ voucherId: z.string() }),
  /** Ends the batches of a product whose scope is no longer sold, or that has become another class. */
  'invalidate-vouchers': z.object({ productId: z.string() }),
  /** Writes a requested explanation letter. */
  'write-letter': z.object({ letterId: z.string() }),
  /** Makes the run of the reconciliation that was asked for. */
  reconcile: z.object({}),
  /** Asks the payment provider where the buyer pays. */
  'create-payment': z.object({ topUpId: z.string() }),
  /** Asks the payment provider for a result that was not reported. */
  'check-payment': z.object({ topUpId: z.string(), round: z.number().int() }),
  /** Lets the sandbox bank report what its payer chose. */
  'report-sandbox-payment': z.object({ topUpId: z.string() }),
} satisfies Record<string, z.ZodType>;

/** The jobs' names with the type of each payload. */
export type Jobs = { [Name in keyof typeof jobs]: z.input<(typeof jobs)[Name]> };

/** A job's name. */
export type JobName = keyof Jobs;
