import { and, eq, sql } from 'drizzle-orm';
import { stockChanges, stocks } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { invalid, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ownSpec, type ProductRow } from '@/lib/records/sale-rule/on-sale';
import { stockInputs } from './schema';

const PERMISSION = 'stock.change';
/** Most that a specification may have in stock. */
const TOTAL_BOUND = 999_999_999;
const spec = (action: string) => ({ noun: 'stock', action, permission: PERMISSION }) as const;
const at = (product: ProductRow, specId: string) => ({
  subjectId: specId,
  stream: `product:${product.id}`,
  tenant: { merchantId: product.merchantId },
  value: undefined,
});

/** Starts to keep stock of a specification, with the setting's quantity; services sell without it (products.md 5.5). */
export async function keepStock(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(stockInputs.keep, raw);
  return change(actor, spec('keep'), async ({ tx, now, setting }) => {
    const { product } = await ownSpec(tx, actor, PERMISSION, input.specId);
    const [row] = await tx
      .insert(stocks)
      .values({
        specId: input.specId,
        productId: product.id,
        merchantId: product.merchantId,
        total: await setting('product.defaultStock'),
        consumed: 0,
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw refused('stock.error.alreadyKept');
    return { ...at(product, input.specId), after: row };
  });
}

/** Sells without a limit again. */
export async function stopStock(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(stockInputs.stop, raw);
  return change(actor, spec('stop'), async ({ tx }) => {
    const { product } = await ownSpec(tx, actor, PERMISSION, input.specId);
    const [before] = await tx.delete(stocks).where(eq(stocks.specId, input.specId)).returning();
    if (!before) throw notFound();
    return { ...at(product, input.specId), before };
  });
}

/**
 * Adds to stock or takes away from it, with a note. What is left in total must stay above what is already consumed.
 * @throws DomainError invalid `stock.error.belowConsumed` for the field `change`
 */
export async function restock(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(stockInputs.restock, raw);
  return change(actor, spec('restock'), async ({ tx, now }) => {
    const { product } = await ownSpec(tx, actor, PERMISSION, input.specId);
    if (product.state !== 'onSale') throw refused('stock.error.notOnSale');
    const total = sql`${stocks.total} + ${input.change}`;
    const [after] = await tx
      .update(stocks)
      .set({ total, updatedAt: now })
      .where(
        and(
          eq(stocks.specId, input.specId),
          sql`${total} > ${stocks.consumed}`,
          sql`${total} <= ${TOTAL_BOUND}`,
        ),
      )
      .returning();
    if (!after) {
      const [stock] = await tx.select().from(stocks).where(eq(stocks.specId, input.specId));
      if (!stock) throw notFound();
      const key = input.change > 0 ? 'stock.error.tooMuch' : 'stock.error.belowConsumed';
      throw invalid({ change: { key, params: { consumed: stock.consumed } } });
    }
    await tx.insert(stockChanges).values({
      id: newId('stock', now),
      specId: input.specId,
      merchantId: product.merchantId,
      accountId: (actor as Member).accountId,
      change: input.change,
      totalAfter: after.total,
      note: input.note,
      createdAt: now,
    });
    return {
      ...at(product, input.specId),
      before: { total: after.total - input.change },
      after: { total: after.total, note: input.note },
    };
  });
}
