import { and, eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { orders, outbox, refunds, supervisions } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { derivedBalance } from '@/lib/money/ledger';
import { reconcile } from '@/lib/money/reconcile';
import { createOperator } from '@/lib/testing/actors';

/** A request as it stands. */
export const row = async (id: string) =>
  (await getDatabase().select().from(refunds).where(eq(refunds.id, id)))[0];
/** The order that money is asked back from. */
export const order = async (id: string) =>
  (await getDatabase().select().from(orders).where(eq(orders.id, id)))[0];
/** The delivery's record. */
export const record = async (id: string) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];
/** Fen on an account of the ledger. */
export const balance = (account: { id: string }) =>
  withActor(system('test'), ({ tx }) => derivedBalance(tx, account));
/** Who is told of an event of a subject, sorted. */
export const told = async (subjectId: string, event: string) =>
  (
    await getDatabase()
      .select()
      .from(outbox)
      .where(and(eq(outbox.subjectId, subjectId), eq(outbox.event, event)))
  )
    .map(({ audience }) => audience)
    .sort();
/** What the ledger, held against orders and top-ups, does not explain. */
export const differences = async () =>
  (await reconcile(await createOperator('finance'))).differences;
