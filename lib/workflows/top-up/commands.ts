import { and, eq, inArray, ne } from 'drizzle-orm';
import { files, topUps } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { openOnce } from '@/lib/engine/once';
import { opening } from '@/lib/engine/open';
import { withActor } from '@/lib/engine/with-actor';
import { refused } from '@/lib/errors';
import { offeredProvider } from '@/lib/payments/providers';
import { violatedUnique } from '@/lib/unique-violation';
import * as effects from './effects';
import { type TopUpRow, topUp } from './machine';

export const topUpWorkflow = bindWorkflow(topUp, {
  table: topUps,
  stream: (row) => `topUp:${row.id}`,
  tenant: (row) => ({ buyerId: row.buyerId }),
  title: (row) => row.buyerName,
  facts: async ({ tx, row, input, event, setting }) => {
    const given = input as { slipFileId?: string; bankReference?: string };
    if (event === 'start') return { providerOffered: Boolean(await offeredProvider(setting)) };
    if (event === 'open' && given.slipFileId) {
      const [slip] = await tx
        .select({ sha256: files.sha256 })
        .from(files)
        .where(eq(files.id, given.slipFileId));
      if (!slip) return {};
      const [taken] = await tx
        .select({ id: topUps.id })
        .from(topUps)
        .where(
          and(eq(topUps.slipSha256, slip.sha256), inArray(topUps.state, ['pending', 'confirmed'])),
        );
      return { slipTaken: Boolean(taken) };
    }
    if (event === 'confirm' && row && given.bankReference) {
      const [taken] = await tx
        .select({ id: topUps.id })
        .from(topUps)
        .where(and(eq(topUps.bankReference, given.bankReference), ne(topUps.id, row.id)));
      return { referenceTaken: Boolean(taken) };
    }
    return {};
  },
  effects,
});

const openTopUp = opening(topUpWorkflow, 'open');
const beginTopUp = opening(topUpWorkflow, 'start');

/**
 * Asks finance to confirm a bank transfer. A second click on the same form answers the first request; a slip that
 * waits or was confirmed elsewhere is refused, two at once included.
 * @throws DomainError invalid; refused `topUp.error.open.slipTaken`
 */
export const requestTopUp = (actor: Actor, input?: unknown): Promise<TopUpRow> =>
  once(actor, input, openTopUp);

/** Begins a payment through the provider; the buyer is sent there once its job has asked for the address. */
export const startTopUp = (actor: Actor, input?: unknown): Promise<TopUpRow> =>
  once(actor, input, beginTopUp);

function once(actor: Actor, input: unknown, run: typeof openTopUp): Promise<TopUpRow> {
  return openOnce(
    () => submitted(actor, input),
    () =>
      run(actor, input).catch((error: unknown) => {
        throw violatedUnique(error) === 'top_up_slip'
          ? refused('topUp.error.open.slipTaken')
          : error;
      }),
  );
}

/** The request that this submission made before. */
async function submitted(actor: Actor, input: unknown): Promise<TopUpRow | undefined> {
  const key = (input as { requestKey?: unknown } | undefined)?.requestKey;
  const buyerId = accountOf(actor);
  if (typeof key !== 'string' || actor.kind !== 'buyer' || !buyerId) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(topUps)
      .where(and(eq(topUps.buyerId, buyerId), eq(topUps.requestKey, key)));
    return row;
  });
}

export const confirmTopUp = command(topUpWorkflow, 'confirm');
export const refuseTopUp = command(topUpWorkflow, 'refuse');
export const withdrawTopUp = command(topUpWorkflow, 'withdraw');
export const linkTopUp = command(topUpWorkflow, 'link');
export const settleTopUp = command(topUpWorkflow, 'settle');
export const failTopUp = command(topUpWorkflow, 'fail');
