import { eq } from 'drizzle-orm';
import { orders } from '@/db/schema';
import { accountAudience, merchantAudience } from '../audience';
import type { Channel, Notices, Resolve } from '../define';

/** Events after which an order goes on; the others end it. */
const LIVING = new Set(['open', 'pay']);

/** Orders placed, paid, ended and completed: to who bought and to who sold. */
const about =
  (audience: 'merchant' | 'buyer'): Resolve =>
  async ({ tx, row }) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, row.subjectId));
    if (!order) return null;
    const type = LIVING.has(row.event) ? 'order.paid' : 'order.closed';
    // The merchant has a mail of the acceptance already: one is enough.
    const channels: Channel[] =
      audience === 'merchant' && row.event === 'complete' ? ['site'] : ['site', 'mail'];
    const receivers =
      audience === 'merchant'
        ? await merchantAudience(tx, order.merchantId, type, channels, order.productId)
        : await accountAudience(tx, order.buyerId, channels);
    return {
      receivers,
      type,
      params: {
        number: order.number,
        product: order.productName,
        customer: order.customerName,
        merchant: order.merchantName,
        amount: order.amount,
        payable: order.payable ?? 0n,
        fee: order.fee ?? 0n,
        payBy: order.payBy,
        reason: order.cancelReason ?? 'buyer',
      },
      href: `/${audience}/orders/${order.id}`,
    };
  };

export const orderNotices: Notices = { merchant: about('merchant'), buyer: about('buyer') };
