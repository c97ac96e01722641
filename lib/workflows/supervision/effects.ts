import type { z } from 'zod';
import type { SupervisionNode } from '@/db/schema/supervision';
import { system } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { openIn } from '@/lib/engine/open';
import { type FieldComplaint, invalid } from '@/lib/errors';
import { addJob } from '@/lib/worker/add-job';
import { instanceWorkflow } from '@/lib/workflows/instance/commands';
import { orderWorkflow } from '@/lib/workflows/order/commands';
import { checkDelivery } from './check-delivery';
import { deliverByOf } from './deliver-by';
import type { SupervisionFacts, SupervisionRow } from './machine';
import { decideRound, noteReReview, reopenRound, startRound } from './rounds';
import { documentComplaints } from './rules';
import type { supervisionInputs } from './schema';

type Inputs = { [E in keyof typeof supervisionInputs]: z.infer<(typeof supervisionInputs)[E]> };
type On<E extends keyof Inputs> = Effect<SupervisionRow, Inputs[E], SupervisionFacts>;

export { openRecord as open } from './open';

/** The other side is to act from now on. */
const passOn = (now: Date) => ({ stalledSince: now, reminders: 0 });

export const submitRequirement: On<'submitRequirement'> = async (context) => {
  const { row, input, now } = context;
  const fields: Record<string, FieldComplaint | string> = {
    ...(input.text ? {} : { text: 'form.error.required' }),
    ...documentComplaints(row.demands.requirement, input.documents),
  };
  if (Object.keys(fields).length > 0) throw invalid(fields);
  const round = row.requirementRound + 1;
  await startRound(context, { kind: 'requirement', round, text: input.text, enabledAt: null });
  context.tell({ round });
  return { requirementRound: round, ...passOn(now) };
};

export const confirmRequirement: On<'confirmRequirement'> = async (context) => {
  const { row, now } = context;
  await decideRound(context, 'requirement', 'confirmed');
  return { deliverBy: deliverByOf(now, row.deliveryPeriodDays), ...passOn(now) };
};

export const rejectRequirement: On<'rejectRequirement'> = async (context) => {
  const { row, input, now } = context;
  const count = row.requirementRejections + 1;
  await decideRound(context, 'requirement', 'rejected', input.reason);
  context.tell({ reason: input.reason, count });
  return { requirementRejections: count, ...passOn(now) };
};

export const deliver: On<'deliver'> = async (context) => {
  const { row, input, now, setting } = context;
  const enabledAt = checkDelivery({
    row,
    input,
    now,
    timeZone: await setting('site.timeZone'),
  });
  const round = row.deliveryRound + 1;
  await startRound(context, { kind: 'delivery', round, text: input.description, enabledAt });
  return { deliveryRound: round, enabledAt, ...passOn(now) };
};

export const passReReview: On<'passReReview'> = async (context) => {
  const { input, now } = context;
  await noteReReview(context, input.note, input.checks);
  return passOn(now);
};

export const refuseReReview: On<'refuseReReview'> = async (context) => {
  const { row, input, now } = context;
  await noteReReview(context, '', input.checks);
  await decideRound(context, 'delivery', 'refused', input.reason);
  context.tell({ reason: input.reason });
  return { reReviewRefusals: row.reReviewRefusals + 1, ...passOn(now) };
};

/** The purchase is complete: the service opens with its validity and the order's money moves (section 1). */
async function completePurchase({
  tx,
  now,
  row,
  facts,
}: EffectContext<SupervisionRow, unknown, SupervisionFacts>) {
  const cause = system(`supervision ${row.id} accepted`);
  const instance = await openIn({ tx, now }, cause, instanceWorkflow, 'open', {
    orderLineId: row.orderLineId,
    supervisionId: row.id,
    enabledAt: row.enabledAt,
    acceptedAt: now,
  });
  await fireIn({ tx, now }, cause, orderWorkflow, 'complete', row.orderId);
  // A request that the merchant had not decided yet has nothing left to ask for.
  if (facts.refund) await addJob(tx, 'end-refund', { orderId: row.orderId });
  return { acceptedAt: now, instanceId: instance.id, stalledSince: null, reminders: 0 };
}

export const accept: On<'accept'> = async (context) => {
  await decideRound(context, 'delivery', 'accepted');
  return completePurchase(context);
};

/** Both sides are stopped until the appeal is decided (section 7). */
export const freeze: On<'freeze'> = async ({ row, input }) => ({
  appealId: input.appealId,
  returnTo: row.state as SupervisionNode,
  stalledSince: null,
  reminders: 0,
});

export const resume: On<'resume'> = async ({ tx, now, row, input }) => {
  const { node } = input;
  if (node === 'requirementConfirm') await reopenRound(tx, row, 'requirement');
  if (node === 'reReview' || node === 'acceptance') await reopenRound(tx, row, 'delivery');
  return { appealId: null, ...passOn(now) };
};

export const acceptByDecision: On<'acceptByDecision'> = async (context) => {
  if (context.row.deliveryRound > 0) await decideRound(context, 'delivery', 'accepted');
  return { ...(await completePurchase(context)), appealId: null };
};

/** The record ends without acceptance; whoever closes it moves the order's money. */
export const close: On<'close'> = async ({ now, row, input }) => ({
  closedAt: now,
  returnTo: row.state === 'appeal' ? row.returnTo : (row.state as SupervisionNode),
  closeReason: input.reason,
  appealId: null,
  stalledSince: null,
  reminders: 0,
});

export const reject: On<'reject'> = async (context) => {
  const { row, input, now } = context;
  const count = row.acceptanceRejections + 1;
  await decideRound(context, 'delivery', 'rejected', input.reason);
  context.tell({ reason: input.reason, count });
  return { acceptanceRejections: count, ...passOn(now) };
};

export const remind: Effect<SupervisionRow, Record<string, never>, SupervisionFacts> = async ({
  row,
  tell,
}) => {
  tell({ state: row.state });
  return { reminders: row.reminders + 1 };
};
