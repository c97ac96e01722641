import { and, asc, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchantCards, merchants, products } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import type { EffectContext } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { notFound } from '@/lib/errors';
import { productWorkflow } from '@/lib/workflows/product/commands';
import type { StandingRow } from './machine';

type Context<Input> = EffectContext<StandingRow, Input, object>;
type Listed = { until: Date; reason: string; violationId?: string | undefined };

export async function open({ tx, input }: Context<{ merchantId: string }>) {
  const [merchant] = await tx
    .select({ name: merchants.name })
    .from(merchants)
    .where(eq(merchants.id, input.merchantId));
  if (!merchant) throw notFound();
  return { merchantId: input.merchantId, merchantName: merchant.name };
}

/** On a list until its day is over, in the words of who decided. */
export async function list({ input, tell }: Context<Listed>) {
  const { until, reason, violationId } = input;
  tell({ until: until.toISOString(), reason });
  return { until, reason, violationId: violationId ?? null };
}

/** Out: everything is delisted and the shop closed; orders that are under way run to their end. */
export async function expel(context: Context<Omit<Listed, 'until'>>) {
  const { tx, now, row, input, tell, record } = context;
  const { reason, violationId } = input;
  const sold = await tx
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.merchantId, row.merchantId), ne(products.state, 'delisted')))
    .orderBy(asc(products.id));
  const actor = system(`standing ${row.id}`);
  for (const { id } of sold) {
    await fireIn({ tx, now }, actor, productWorkflow, 'delistForBreach', id, {
      reason: reason.slice(0, 500),
    });
  }
  await closeShop(tx, row.merchantId, now);
  record({ data: { delisted: sold.map(({ id }) => id) } });
  tell({ reason });
  return { until: null, reason, violationId: violationId ?? null };
}

export async function restore({ input, tell }: Context<{ reason: string }>) {
  tell({ reason: input.reason });
  return { until: null, reason: null, violationId: null };
}

export async function expire() {
  return { until: null, reason: null, violationId: null };
}

/** The merchant left: its shop is gone from the store. */
export async function leave({ tx, now, row }: Context<unknown>) {
  await closeShop(tx, row.merchantId, now);
  return { until: null, reason: null, violationId: null };
}

async function closeShop(tx: Tx, merchantId: string, closedAt: Date): Promise<void> {
  await tx.update(merchantCards).set({ closedAt }).where(eq(merchantCards.merchantId, merchantId));
}
