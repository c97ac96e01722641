import type { Actor } from '@/lib/auth/actor';
import type { Portal } from '@/lib/auth/viewer';
import { getRefundOffer, listRefundsOfOrder } from '@/lib/workflows/refund/queries';

/** What the pages of an order show of its refunds: every request, and for the buyer what can be asked for. */
export async function refundsOfOrder(actor: Actor, portal: Portal, orderId: string) {
  const [refunds, offer] = await Promise.all([
    listRefundsOfOrder(actor, orderId),
    portal === 'buyer' ? getRefundOffer(actor, orderId) : undefined,
  ]);
  return { portal, refunds, offer };
}
