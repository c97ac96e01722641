import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchants, productApplications, products } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import type { FactsContext } from '@/lib/engine/bind';
import { owns } from '@/lib/engine/bind';
import { notFound } from '@/lib/errors';
import { readRules } from '@/lib/records/review-rule/queries';
import { merchantMaySell } from '@/lib/records/standing/gate';
import type { ApplicationFacts, ApplicationRow } from './machine';

/**
 * Later applications for the same thing: the same product, or for one not listed yet the same name. A deleted one
 * takes nobody's place.
 */
export async function isLatest(tx: Tx, row: ApplicationRow): Promise<boolean> {
  const [later] = await tx
    .select({ id: productApplications.id })
    .from(productApplications)
    .where(
      and(
        eq(productApplications.merchantId, row.merchantId),
        gt(productApplications.id, row.id),
        ne(productApplications.state, 'deleted'),
        row.productId
          ? eq(productApplications.productId, row.productId)
          : and(
              eq(productApplications.kind, 'publish'),
              eq(productApplications.name, row.name),
              ne(productApplications.name, ''),
            ),
      ),
    )
    .limit(1);
  return later === undefined;
}

/** One at a time per merchant, so that of two submissions or two modifications at once the second sees the first. */
export async function takeTurn(tx: Tx, merchantId: string): Promise<void> {
  const turn = `productApplication:${merchantId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
}

const merchantOf = (actor: Actor, row: ApplicationRow | undefined): string =>
  row?.merchantId ?? (actor.kind === 'member' ? actor.merchantId : '');

/** The product of the row, or the one that a new modification names; a stranger's looks like none. */
async function productOf(
  tx: Tx,
  actor: Actor,
  row: ApplicationRow | undefined,
  input: unknown,
): Promise<typeof products.$inferSelect | undefined> {
  const named = (input as { productId?: string }).productId;
  const id = row ? row.productId : (named ?? null);
  if (!id) return undefined;
  const [product] = await tx.select().from(products).where(eq(products.id, id));
  if (!row && (!product || !owns(actor, { merchantId: product.merchantId }))) throw notFound();
  return product;
}

export async function applicationFacts({
  tx,
  actor,
  row,
  input,
  event,
  setting,
}: FactsContext<ApplicationRow, unknown>): Promise<ApplicationFacts> {
  const merchantId = merchantOf(actor, row);
  if (event !== 'save') await takeTurn(tx, merchantId);
  const product = await productOf(tx, actor, row, input);
  const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, merchantId));
  const [other] = product
    ? await tx
        .select({ id: productApplications.id })
        .from(productApplications)
        .where(
          and(
            eq(productApplications.productId, product.id),
            eq(productApplications.kind, 'modify'),
            inArray(productApplications.state, ['draft', 'pending']),
            row ? ne(productApplications.id, row.id) : undefined,
          ),
        )
        .limit(1)
    : [];
  const withdrawable = await setting('productApplication.withdrawable');
  return {
    certified: Boolean(merchant?.certifiedAt),
    maySell: event === 'save' || (await merchantMaySell(tx, merchantId)),
    productState: product?.state ?? null,
    otherModify: other !== undefined,
    latest: row ? await isLatest(tx, row) : true,
    withdrawable: row ? withdrawable.includes(row.deliveryType) : false,
    ruleIds: event === 'reject' ? (await readRules(tx)).map(({ id }) => id) : [],
  };
}
