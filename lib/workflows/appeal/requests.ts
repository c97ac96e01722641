import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { appealRequests } from '@/db/schema';
import type { AppealSide } from '@/db/schema/appeal';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { readCalendar } from '@/lib/time/due';
import { addWorkingDays } from '@/lib/time/working-days';
import { documentComplaints } from '@/lib/workflows/supervision/rules';
import { takeClaim } from './claim';
import { demandsOf, keepDocuments } from './documents';
import type { AppealFacts, AppealRow } from './machine';
import type { appealInputs } from './schema';

type On<Input = Record<string, never>> = Effect<AppealRow, Input, AppealFacts>;
type Context = EffectContext<AppealRow, unknown, AppealFacts>;
type Request = typeof appealRequests.$inferSelect;

/** Nobody is waited for any more. */
const NOT_WAITING = { answerBy: null, remindAskedAt: null };

/** Asks one party for more; a reminder goes out when one working day is left, or half of a single one. */
const ask =
  (side: AppealSide): On<z.infer<typeof appealInputs.askBuyer>> =>
  async ({ tx, now, actor, row, input, setting, record, tell }) => {
    await takeClaim(tx, row.id, actor, now);
    const days = input.workingDays ?? (await setting('appeal.answerWorkingDays'));
    const calendar = await readCalendar(tx);
    const zone = await setting('site.timeZone');
    const answerBy = addWorkingDays(now, days, calendar, zone);
    const remindAskedAt =
      days > 1
        ? addWorkingDays(now, days - 1, calendar, zone)
        : new Date((now.getTime() + answerBy.getTime()) / 2);
    await tx.insert(appealRequests).values({
      id: newId('appealRequest', now),
      appealId: row.id,
      side,
      text: input.text,
      askedAt: now,
      answerBy,
      merchantId: row.merchantId,
      buyerId: row.buyerId,
    });
    record({ data: { text: input.text, side } });
    tell({ text: input.text, answerBy });
    return { requests: row.requests + 1, answerBy, remindAskedAt };
  };

export const askBuyer = ask('buyer');
export const askMerchant = ask('merchant');

/** Closes the one request that waits; answers it. */
async function closeRequest(
  { tx, now, row, tell }: Context,
  values: Partial<Request>,
): Promise<Request> {
  const [request] = await tx
    .update(appealRequests)
    .set({ ...values, closedAt: now })
    .where(and(eq(appealRequests.appealId, row.id), isNull(appealRequests.outcome)))
    .returning();
  if (!request) throw notFound();
  tell({ side: request.side, text: request.text });
  return request;
}

const answerAs =
  (side: AppealSide): On<z.infer<typeof appealInputs.answerAsBuyer>> =>
  async (context) => {
    const { row, input, setting, record } = context;
    const complaints = documentComplaints(
      demandsOf(side, await setting('appeal.filesPerKind')),
      input.documents,
    );
    if (Object.keys(complaints).length > 0) throw invalid(complaints);
    const request = await closeRequest(context, { outcome: 'answered', answer: input.text });
    const files = await keepDocuments(context, {
      side,
      requestId: request.id,
      documents: input.documents,
      parties: { merchantId: row.merchantId, buyerId: row.buyerId },
    });
    record({ files, data: { text: input.text, side } });
    return NOT_WAITING;
  };

export const answerAsBuyer = answerAs('buyer');
export const answerAsMerchant = answerAs('merchant');

/** The arbiter takes a question back, to go on without it. */
export const recall: On = async (context) => {
  await takeClaim(context.tx, context.row.id, context.actor, context.now);
  await closeRequest(context, { outcome: 'recalled' });
  return NOT_WAITING;
};

/** The time to answer is over: the arbiter may go on. */
export const lapse: On = async (context) => {
  await closeRequest(context, { outcome: 'lapsed' });
  return NOT_WAITING;
};

export const remindAsked: On = async ({ tx, row, tell }) => {
  const [request] = await tx
    .select()
    .from(appealRequests)
    .where(and(eq(appealRequests.appealId, row.id), isNull(appealRequests.outcome)));
  if (request) tell({ side: request.side, text: request.text, answerBy: request.answerBy });
};

/** The promised time is over and the appeal is still open. */
export const remind: On = async ({ row, tell }) => {
  tell({ handleBy: row.handleBy });
};

/** The appeal ends: nobody need answer any more. */
export async function closeWaiting({ tx, now, row }: Context): Promise<void> {
  await tx
    .update(appealRequests)
    .set({ outcome: 'recalled', closedAt: now })
    .where(and(eq(appealRequests.appealId, row.id), isNull(appealRequests.outcome)));
}
