import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchantCards, orders, refunds } from '@/db/schema';
import { env } from '@/lib/env';
import type { RefundRow } from '@/lib/workflows/refund/machine';
import { accountAudience, merchantAudience, operatorAudience } from '../audience';
import type { Notices, NoticeValues, Resolved } from '../define';

/** Message types: 101 for a request that a buyer handed in, the other for what became of it. */
const REQUESTED = 'refund.requested';
const CHANGED = 'refund.changed';

async function refundOf(tx: Tx, id: string): Promise<RefundRow | undefined> {
  const [row] = await tx.select().from(refunds).where(eq(refunds.id, id));
  return row;
}

const valuesOf =
  (refund: RefundRow, more: NoticeValues = {}): Exclude<Resolved['params'], NoticeValues> =>
  (locale) => ({
    order: refund.orderNumber,
    product: refund.productName,
    buyer: refund.buyerName,
    merchant: refund.merchantName,
    amount: refund.amount,
    paid: refund.paid,
    part: refund.amount < refund.paid ? 'partial' : 'full',
    reason: refund.reasonName[locale],
    opinion: refund.opinion ?? '',
    since: refund.stateSince,
    due: refund.dueAt ?? refund.stateSince,
    ended: refund.endReason ?? 'accepted',
    ...more,
  });

/** How the merchant is reached, and where an appeal begins: what a buyer does whom nobody answers (7.4). */
async function waysOut(tx: Tx, refund: RefundRow): Promise<NoticeValues> {
  const [card] = await tx
    .select({ phone: merchantCards.servicePhone, email: merchantCards.serviceEmail })
    .from(merchantCards)
    .where(eq(merchantCards.merchantId, refund.merchantId));
  return {
    phone: card?.phone ?? '',
    email: card?.email ?? '',
    appeal: `${env().BASE_URL}/buyer/supervision/${refund.supervisionId}/appeal`,
  };
}

/** What the end of the order left to the merchant and the platform. */
async function sharesOf(tx: Tx, refund: RefundRow): Promise<NoticeValues> {
  const [order] = await tx
    .select({ payable: orders.payable, fee: orders.fee })
    .from(orders)
    .where(eq(orders.id, refund.orderId));
  return { payable: order?.payable ?? 0n, fee: order?.fee ?? 0n };
}

/** Nobody is reminded of what was decided or withdrawn before the sending. */
const isReminder = (event: string): boolean => event === 'urge' || event === 'remind';

const toBuyer: Notices[string] = async ({ tx, row }) => {
  const refund = await refundOf(tx, row.subjectId);
  if (!refund || (isReminder(row.event) && refund.state !== 'awaitingMerchant')) return null;
  return {
    receivers: await accountAudience(tx, refund.buyerId),
    params: valuesOf(refund, row.event === 'remind' ? await waysOut(tx, refund) : {}),
    href: `/buyer/refunds/${refund.id}`,
    type: CHANGED,
  };
};

const toMerchant: Notices[string] = async ({ tx, row }) => {
  const refund = await refundOf(tx, row.subjectId);
  if (!refund || (isReminder(row.event) && refund.state !== 'awaitingMerchant')) return null;
  const type = row.event === 'open' ? REQUESTED : CHANGED;
  const channels = ['site', 'mail', 'sms'] as const;
  return {
    receivers: await merchantAudience(tx, refund.merchantId, type, channels, refund.productId),
    params: valuesOf(refund, row.event === 'execute' ? await sharesOf(tx, refund) : {}),
    href: `/merchant/refunds/${refund.id}`,
    type,
  };
};

/** An agreed refund whose money has not moved in time. */
const toOperations: Notices[string] = async ({ tx, row }) => {
  const refund = await refundOf(tx, row.subjectId);
  if (refund?.state !== 'refunding') return null;
  return {
    receivers: await operatorAudience(tx, ['finance', 'admin']),
    params: valuesOf(refund),
    href: `/ops/refunds/${refund.id}`,
    type: CHANGED,
  };
};

export const refundNotices: Notices = {
  buyer: toBuyer,
  merchant: toMerchant,
  operations: toOperations,
};
