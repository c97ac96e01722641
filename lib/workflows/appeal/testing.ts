import { and, eq, inArray } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { makeFile } from '@/db/factories/order';
import { handIn, makeSupervised, type Supervised } from '@/db/factories/supervision';
import { appeals, messages, operators, orders, outbox, supervisions } from '@/db/schema';
import type { Operator } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { derivedBalance } from '@/lib/money/ledger';
import { expandNotice } from '@/lib/notify/expand';
import { createOperator } from '@/lib/testing/actors';
import { openAppealAsBuyer, openAppealAsMerchant } from './commands';
import type { AppealRow } from './machine';

/** A file that a side uploaded for an appeal. */
export async function appealFile(
  owner: { accountId: string; merchantId?: string },
  purpose: 'appealEvidence' | 'commitmentLetter' | 'deliveryProof' = 'appealEvidence',
  name = '沟通记录.pdf',
): Promise<string> {
  const { accountId, merchantId } = owner;
  return (await makeFile({ accountId, ...(merchantId ? { merchantId } : {}) }, { purpose, name }))
    .id;
}

/** What a customer's appeal carries. */
export const buyersAppeal = (supervisionId: string, values: Record<string, unknown> = {}) => ({
  supervisionId,
  ground: 'notAsAgreed',
  reason: '交付的报告缺少回退预案。',
  demand: '请退还一半费用。',
  ...values,
});

/** What a merchant's appeal about a customer out of reach carries. */
export async function merchantsAppeal(
  { id, owner }: Supervised,
  values: Record<string, unknown> = {},
) {
  return {
    supervisionId: id,
    ground: 'buyerUnreachable',
    reason: '交付后两周内多次电话、邮件联系客户，均无回应。',
    demand: '请按验收完成。',
    documents: {
      deliveryProof: [await appealFile(owner, 'deliveryProof')],
      commitmentLetter: [await appealFile(owner, 'commitmentLetter', '承诺函.pdf')],
    },
    ...values,
  };
}

/** A delivered order whose customer appeals. */
export async function makeAppeal(
  by: 'buyer' | 'merchant' = 'buyer',
): Promise<Supervised & { appeal: AppealRow }> {
  const made = await makeSupervised();
  await handIn(made);
  const appeal =
    by === 'buyer'
      ? await openAppealAsBuyer(made.buyer, buyersAppeal(made.id))
      : await openAppealAsMerchant(made.owner, await merchantsAppeal(made));
  return { ...made, appeal };
}

/** An appeal as it stands. */
export const appealOf = async (id: string) =>
  (await getDatabase().select().from(appeals).where(eq(appeals.id, id)))[0];
/** The disputed record. */
export const recordOf = async (id: string) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];
/** The disputed order. */
export const orderOf = async (id: string) =>
  (await getDatabase().select().from(orders).where(eq(orders.id, id)))[0];
/** Fen on an account of the ledger. */
export const balanceOf = (account: Parameters<typeof derivedBalance>[1]) =>
  getDatabase().transaction((tx) => derivedBalance(tx, account));

/** Messages of the notices of one event, by audience. */
export async function told(subjectId: string, event: string) {
  const rows = await getDatabase()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, subjectId), eq(outbox.event, event)));
  for (const { id } of rows) await expandNotice(id);
  const written = await getDatabase()
    .select()
    .from(messages)
    .where(
      inArray(
        messages.outboxId,
        rows.map(({ id }) => id),
      ),
    );
  return written.map((message) => ({
    ...message,
    audience: rows.find(({ id }) => id === message.outboxId)?.audience,
  }));
}

/** An arbiter on the staff's list, so that notices find it. */
export async function staffArbiter(): Promise<Operator> {
  const arbiter = (await createOperator('arbiter')) as Operator;
  const now = new Date();
  await getDatabase()
    .insert(operators)
    .values({
      id: newId('operator'),
      accountId: arbiter.accountId,
      roles: ['arbiter'],
      createdAt: now,
    });
  return arbiter;
}
