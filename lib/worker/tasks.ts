import type { z } from 'zod';
import { expandNotice } from '@/lib/notify/expand';
import { sendMessage } from '@/lib/notify/send';
import { writeLetter } from '@/lib/records/letter/commands';
import { runReconciliation } from '@/lib/records/reconciliation/commands';
import { endRefundOfOrder } from './handlers/end-refund';
import { executeAgreedRefund } from './handlers/execute-refund';
import { invalidateOrders } from './handlers/invalidate-orders';
import { openSupervisionOfOrder } from './handlers/open-supervision';
import { checkPayment, createPayment, reportSandboxPayment } from './handlers/payments';
import { endVouchers, giveVouchers, invalidateVouchers } from './handlers/vouchers';
import { type JobName, jobs } from './jobs';

/** Runs one job; throwing makes it run again later, with growing pauses. */
export type Handler<Payload = unknown> = (
  payload: Payload,
  context: { attempt: number; lastAttempt: boolean; signal?: AbortSignal },
) => Promise<void>;

/** A handler for each job in `jobs.ts`; a missing one is a type error. */
export const tasks: { [Name in JobName]: Handler<z.output<(typeof jobs)[Name]>> } = {
  notify: async ({ outboxId }) => {
    await expandNotice(outboxId);
  },
  'send-message': ({ messageId }) => sendMessage(messageId),
  'invalidate-orders': invalidateOrders,
  'write-letter': ({ letterId }) => writeLetter(letterId),
  reconcile: runReconciliation,
  'create-payment': createPayment,
  'check-payment': checkPayment,
  'report-sandbox-payment': reportSandboxPayment,
  'open-supervision': openSupervisionOfOrder,
  'execute-refund': executeAgreedRefund,
  'end-refund': endRefundOfOrder,
  'give-vouchers': giveVouchers,
  'end-vouchers': endVouchers,
  'invalidate-vouchers': invalidateVouchers,
};

/** The schema of a job's payload. */
export const payloadSchema = (name: string): z.ZodType | undefined =>
  (jobs as Record<string, z.ZodType>)[name];
