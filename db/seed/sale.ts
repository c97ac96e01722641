import { eq } from 'drizzle-orm';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { getQuote } from '@/lib/workflows/order/quote';
import { acceptDelivery, openSupervision } from '@/lib/workflows/supervision/commands';
import { getSupervisionOfOrder } from '@/lib/workflows/supervision/queries';
import { orders, skus } from '../schema';
import { standBack } from './clock';
import { handIn } from './supervision';

type Buyer = Actor & { kind: 'buyer' };

/** One submission of a form in the demo. */
export const demoKey = (): string => `demo-${crypto.randomUUID()}`;

/** Orders the least of a SKU, at the terms that its page shows; answers the order's id. */
export async function placeDemoOrder(
  actor: Buyer,
  skuId: string,
  voucherPieceId?: string,
): Promise<string> {
  const [sku] = await withActor(system('demo'), ({ tx }) =>
    tx.select().from(skus).where(eq(skus.id, skuId)),
  );
  const wanted = { skuId, quantity: sku?.quantity?.min ?? 1, periods: 1 };
  const quote = await getQuote(actor, wanted);
  const order = await placeOrder(actor, {
    ...wanted,
    ...(voucherPieceId ? { voucherPieceId } : {}),
    requestKey: demoKey(),
    shownAmount: quote?.amount ?? 0n,
    shownAgreement: quote?.agreement?.sha256 ?? '-',
    agreed: true,
  });
  return order.id;
}

/**
 * An order of a service that needs no requirement, paid so many days ago and accepted within two days of it. The
 * demo's clock is left at the acceptance.
 */
export async function completeDemoSale(
  { buyer, owner }: { buyer: Buyer; owner: Member },
  { skuId, daysAgo, pieceId }: { skuId: string; daysAgo: number; pieceId?: string | undefined },
): Promise<string> {
  await standBack(daysAgo);
  const orderId = await placeDemoOrder(buyer, skuId, pieceId);
  await payOrder(buyer, orderId);
  await openSupervision(orderId);
  const [order] = await withActor(system('demo'), ({ tx }) =>
    tx.select().from(orders).where(eq(orders.id, orderId)),
  );
  const record = await getSupervisionOfOrder(buyer, orderId);
  if (!order || !record) throw new Error('the demo sold a service without a delivery');
  await standBack(daysAgo - 1);
  await handIn({ id: record.id, owner, product: order.productName }, '');
  await standBack(daysAgo - 1.5);
  await acceptDelivery(buyer, record.id);
  return orderId;
}
