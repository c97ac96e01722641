import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { accounts, instances } from '@/db/schema';
import { accountOf, system } from '@/lib/auth/actor';
import type { Effect } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { type FieldComplaint, invalid, notFound } from '@/lib/errors';
import { searchDocument } from '@/lib/search/words';
import { addJob } from '@/lib/worker/add-job';
import { instanceWorkflow } from '@/lib/workflows/instance/commands';
import { orderWorkflow } from '@/lib/workflows/order/commands';
import { supervisionWorkflow } from '@/lib/workflows/supervision/commands';
import { documentComplaints } from '@/lib/workflows/supervision/rules';
import { demandsFor, keepDocuments } from './documents';
import type { RefundFacts, RefundRow } from './machine';
import type { DecisionInput, OpenRefundInput, refundInputs } from './schema';

type On<Input = Record<string, never>> = Effect<RefundRow, Input, RefundFacts>;

export const open: On<OpenRefundInput> = async (context) => {
  const { tx, actor, input, facts, setting, record, tell } = context;
  const { subject } = facts;
  if (!subject?.supervision) throw notFound();
  const { order, line, supervision, paid, terms, rounds } = subject;
  const reason = (await setting('refund.reasons')).find(({ key }) => key === input.reason);
  const fields: Record<string, FieldComplaint | string> = {
    ...(input.amount > paid
      ? { amount: { key: 'refund.error.exceedsPaid', params: { paid: yuan(paid) } } }
      : {}),
    ...(reason ? {} : { reason: 'form.error.notAChoice' }),
    ...(reason?.explain && !input.explanation ? { explanation: 'form.error.required' } : {}),
  };
  if (!reason || Object.keys(fields).length > 0) throw invalid(fields);
  const [account] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.id, accountOf(actor) ?? ''));
  const round = rounds + 1;
  record({ data: { round, terms, text: input.explanation } });
  tell({ round });
  return {
    orderId: order.id,
    orderNumber: order.number,
    supervisionId: supervision.id,
    merchantId: order.merchantId,
    buyerId: order.buyerId,
    productId: order.productId,
    round,
    productName: order.productName,
    specName: line.specName,
    merchantName: order.merchantName,
    buyerName: order.customerName,
    searchText: searchDocument(
      order.number,
      order.productName,
      line.specName,
      order.merchantName,
      order.customerName,
    ),
    paid,
    voucherAmount: order.voucherAmount,
    amount: input.amount,
    reason: reason.key,
    reasonName: reason.name,
    explanation: input.explanation,
    sharedContact:
      input.share && account
        ? { name: account.name, phone: account.phone, email: account.email }
        : null,
    terms,
  };
};

/** Fen as `1,234.50`, for a sentence that names a bound. */
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** Keeps the merchant's opinion and files; each kind that is missing is told at its own field. */
async function decide(context: Parameters<On<DecisionInput>>[0], decision: 'agree' | 'reject') {
  const { row, input, now, setting, record } = context;
  const demands = demandsFor(await setting('refund.documents'), {
    decision,
    partial: row.amount < row.paid,
    most: await setting('refund.filesPerKind'),
  });
  const fields = documentComplaints(demands, input.documents);
  if (Object.keys(fields).length > 0) throw invalid(fields);
  const files = await keepDocuments(context, input.documents);
  record({ files, data: { opinion: input.opinion, documents: input.documents } });
  return { opinion: input.opinion, decidedAt: now };
}

/** The money itself is moved by a job at once, apart from the merchant's click (orders-and-refunds.md 8, O11). */
export const agree: On<DecisionInput> = async (context) => {
  const patch = await decide(context, 'agree');
  await payOut(context);
  return patch;
};

export const reject: On<DecisionInput> = (context) => decide(context, 'reject');

const payOut = ({ tx, row }: Pick<Parameters<On>[0], 'tx' | 'row'>) =>
  addJob(tx, 'execute-refund', { refundId: row.id }, { key: `execute-refund:${row.id}` });

const count: On = async ({ row }) => ({ reminders: row.reminders + 1 });
export const urge = count;
export const remind = count;

/** The job may have been given up: it is put in again with each word to operations. */
export const late: On = async (context) => {
  await payOut(context);
};

/** Closes the delivery, takes the service back where there is one, and moves the money: all or nothing. */
export const execute: On = async ({ tx, now, row, record }) => {
  const cause = system(`refund ${row.id} agreed`);
  const context = { tx, now };
  await fireIn(context, cause, supervisionWorkflow, 'close', row.supervisionId, {
    reason: 'refund',
  });
  const [instance] = await tx
    .select({ id: instances.id })
    .from(instances)
    .where(and(eq(instances.orderId, row.orderId), eq(instances.state, 'active')));
  if (instance) await fireIn(context, cause, instanceWorkflow, 'release', instance.id);
  await fireIn(context, cause, orderWorkflow, 'refund', row.orderId, {
    amount: row.amount,
    voucherBack: row.terms.voucherBack,
  });
  record({ data: { amount: row.amount, of: row.paid } });
  return { refundedAt: now };
};

export const end: On<z.infer<typeof refundInputs.end>> = async ({ input, record }) => {
  record({ data: { endReason: input.reason } });
  return { endReason: input.reason };
};
