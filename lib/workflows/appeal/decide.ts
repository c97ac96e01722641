import type { z } from 'zod';
import { accountOf, system } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import type { Fen } from '@/lib/money/ledger';
import { addJob } from '@/lib/worker/add-job';
import { orderWorkflow } from '@/lib/workflows/order/commands';
import { supervisionWorkflow } from '@/lib/workflows/supervision/commands';
import { takeClaim } from './claim';
import type { AppealFacts, AppealRow } from './machine';
import { closeWaiting } from './requests';
import type { appealInputs } from './schema';

type Inputs = { [E in keyof typeof appealInputs]: z.infer<(typeof appealInputs)[E]> };
type On<E extends 'resume' | 'refundFull' | 'refundPart' | 'complete'> = Effect<
  AppealRow,
  Inputs[E],
  AppealFacts
>;
type Decision = EffectContext<AppealRow, { reason: string }, AppealFacts>;

const causeOf = (row: AppealRow) => system(`appeal ${row.id} decided`);

/** What every decision writes; both parties are told the reasons. */
async function decided(
  { tx, now, actor, row, input, record, tell }: Decision,
  values: Partial<AppealRow>,
): Promise<Partial<AppealRow>> {
  const { reason } = input;
  record({ data: { reason } });
  tell({ reason, ...(values.refunded ? { amount: values.refunded } : {}) });
  await takeClaim(tx, row.id, actor, now);
  return { ...values, decision: reason, decidedBy: accountOf(actor) ?? null, endedAt: now };
}

/** The record goes on: from the node that was frozen, or from the one that the decision names. */
export const resume: On<'resume'> = async (context) => {
  const { tx, now, row, input, tell } = context;
  const patch = await decided(context, { outcome: 'resumed', decidedNode: input.node ?? null });
  const { node } = input;
  tell({ node: node ?? row.node });
  await fireIn(
    { tx, now },
    causeOf(row),
    supervisionWorkflow,
    'resume',
    row.supervisionId,
    node === row.node ? {} : { node },
  );
  return patch;
};

/** Closes the record and gives money back; what was asked for as a refund ends with it. */
async function refund(context: Decision, amount: Fen): Promise<void> {
  const { tx, now, row } = context;
  const cause = causeOf(row);
  await fireIn({ tx, now }, cause, supervisionWorkflow, 'close', row.supervisionId, {
    reason: 'appeal',
  });
  await fireIn({ tx, now }, cause, orderWorkflow, 'refund', row.orderId, { amount });
  await addJob(tx, 'end-refund', { orderId: row.orderId });
}

export const refundFull: On<'refundFull'> = async (context) => {
  const { paid } = context.row;
  const patch = await decided(context, { outcome: 'refundedInFull', refunded: paid });
  await refund(context, paid);
  return patch;
};

export const refundPart: On<'refundPart'> = async (context) => {
  const { amount } = context.input;
  const patch = await decided(context, { outcome: 'refundedInPart', refunded: amount });
  await refund(context, amount);
  return patch;
};

/** Accepted in the buyer's place: the service opens and the merchant's money is released. */
export const complete: On<'complete'> = async (context) => {
  const { tx, now, row } = context;
  const patch = await decided(context, { outcome: 'accepted' });
  const cause = causeOf(row);
  await fireIn({ tx, now }, cause, supervisionWorkflow, 'acceptByDecision', row.supervisionId);
  await addJob(tx, 'end-refund', { orderId: row.orderId });
  return patch;
};

/** Whoever opened it lets go: the record goes on from where it was. */
export const withdraw: Effect<AppealRow, Record<string, never>, AppealFacts> = async (context) => {
  const { tx, now, row } = context;
  const cause = system(`appeal ${row.id} withdrawn`);
  await fireIn({ tx, now }, cause, supervisionWorkflow, 'resume', row.supervisionId, {});
  await closeWaiting(context);
  return { endedAt: now, answerBy: null, remindAskedAt: null };
};
