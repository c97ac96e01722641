import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { accounts } from '@/db/schema';
import { accountOf } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { forbidden, invalid } from '@/lib/errors';
import { attachFiles } from '@/lib/files/attach';
import { formatMoney } from '@/lib/i18n/format';
import { bank, buyerBalance, type Fen, post } from '@/lib/money/ledger';
import { checkLater } from '@/lib/payments/check-later';
import { offeredProvider } from '@/lib/payments/providers';
import { addJob } from '@/lib/worker/add-job';
import type { TopUpFacts, TopUpRow } from './machine';
import type { topUpInputs } from './schema';

type TopUpEffect<Input = Record<string, never>> = Effect<TopUpRow, Input, TopUpFacts>;
type Inputs = { [E in keyof typeof topUpInputs]: z.infer<(typeof topUpInputs)[E]> };

async function buyerOf(tx: Tx, accountId: string | undefined) {
  const [account] = accountId
    ? await tx.select().from(accounts).where(eq(accounts.id, accountId))
    : [];
  if (!account) throw forbidden();
  return { buyerId: account.id, buyerName: account.realName ?? account.name };
}

/** The amount lies within the rules of its method; else the field says so. */
async function requireWithin(
  { setting }: Pick<EffectContext<TopUpRow, unknown, TopUpFacts>, 'setting'>,
  amount: Fen,
  most: 'topUp.mostByTransfer' | 'topUp.mostByProvider',
) {
  const least = BigInt(await setting('topUp.least'));
  if (amount < least) {
    const params = { least: formatMoney(least) };
    throw invalid({ amount: { key: 'topUp.error.open.belowLeast', params } });
  }
  const limit = BigInt(await setting(most));
  if (amount > limit) {
    const params = { most: formatMoney(limit) };
    throw invalid({ amount: { key: 'topUp.error.open.aboveMost', params } });
  }
}

export const open: TopUpEffect<Inputs['open']> = async (context) => {
  const { tx, actor, input, record, tell } = context;
  await requireWithin(context, input.amount, 'topUp.mostByTransfer');
  const buyer = await buyerOf(tx, accountOf(actor));
  const [slip] = await attachFiles(tx, {
    ids: [input.slipFileId],
    purpose: 'bankSlip',
    actor,
    user: `topUp:${context.row.id}`,
    field: 'slipFileId',
    now: context.now,
  });
  if (!slip) throw invalid({ slipFileId: 'topUp.error.open.slipMissing' });
  record({ files: [{ id: slip.id, name: slip.name, sha256: slip.sha256 }] });
  tell({ amount: input.amount, payer: input.payerName });
  return {
    ...buyer,
    method: 'transfer',
    amount: input.amount,
    requestKey: input.requestKey,
    payerName: input.payerName,
    slipFileId: slip.id,
    slipSha256: slip.sha256,
    note: input.note || null,
  };
};

/** Bank → balance. */
const credit = async ({
  tx,
  now,
  row,
}: Pick<EffectContext<TopUpRow, unknown, TopUpFacts>, 'tx' | 'now' | 'row'>) => {
  await post(tx, {
    key: `topUp:${row.id}:confirmed`,
    memo: 'topUp',
    noun: 'topUp',
    subjectId: row.id,
    at: now,
    buyerId: row.buyerId,
    postings: [
      { account: bank, amount: -row.amount },
      { account: buyerBalance(row.buyerId), amount: row.amount },
    ],
  });
};

export const confirm: TopUpEffect<Inputs['confirm']> = async (context) => {
  await credit(context);
  return { bankReference: context.input.bankReference, settledAt: context.now };
};

export const refuse: TopUpEffect<Inputs['refuse']> = async ({ now, input, tell }) => {
  tell({ reason: input.reason });
  return { reason: input.reason, settledAt: now };
};

export const start: TopUpEffect<Inputs['start']> = async (context) => {
  const { tx, row, actor, input, setting } = context;
  await requireWithin(context, input.amount, 'topUp.mostByProvider');
  const provider = await offeredProvider(setting);
  // The provider is called by the job, after the commit: no transaction waits for the network.
  await addJob(tx, 'create-payment', { topUpId: row.id }, { key: `create-payment:${row.id}` });
  return {
    ...(await buyerOf(tx, accountOf(actor))),
    method: 'provider',
    amount: input.amount,
    requestKey: input.requestKey,
    provider: provider?.name ?? null,
  };
};

export const link: TopUpEffect<Inputs['link']> = async ({ tx, row, input }) => {
  await checkLater(tx, row.id, 0);
  return { providerRef: input.providerRef, payUrl: input.payUrl };
};

export const settle: TopUpEffect<Inputs['settle']> = async (context) => {
  await credit(context);
  return { providerRef: context.input.providerRef, reason: null, settledAt: context.now };
};

export const fail: TopUpEffect<Inputs['fail']> = async ({ input, now }) => ({
  reason: input.reason,
  settledAt: now,
});

export const expire: TopUpEffect = async ({ now }) => ({ reason: 'expired', settledAt: now });
