import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, members, orderLines } from '@/db/schema';
import type { CancelReason } from '@/db/schema/order';
import { accountOf } from '@/lib/auth/actor';
import type { Effect } from '@/lib/engine/bind';
import { DomainError, forbidden, refused } from '@/lib/errors';
import {
  buyerBalance,
  guaranteeOf,
  payableTo,
  platformFee,
  post,
  voucherCostOf,
} from '@/lib/money/ledger';
import { merchantTrades } from '@/lib/records/standing/gate';
import { dueAfter } from '@/lib/time/due';
import { addJob } from '@/lib/worker/add-job';
import { returnStock, takeStock } from '@/lib/workflows/product/take-stock';
import { movePiece } from '@/lib/workflows/voucher-piece/commands';
import { signAgreement } from './agreement';
import { paidOf } from './amounts';
import type { OrderFacts, OrderRow } from './machine';
import { nextOrderNumber } from './number';
import { type Offer, readOffer } from './offer';
import type { OrderInput, RefundInput } from './schema';
import { settleLine } from './settle';
import { holdVoucher } from './voucher';

type OrderEffect<Input = Record<string, never>> = Effect<OrderRow, Input, OrderFacts>;

/** The id of an order's one line; orders of several lines come later. */
export const lineIdOf = (orderId: string): string => `${orderId}-000001`;

/** Who buys: with a confirmed real name, and not from a merchant the person acts for. */
async function requireBuyer(tx: Tx, accountId: string | undefined, merchantId: string) {
  if (!accountId) throw forbidden();
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  const [own] = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.merchantId, merchantId),
        eq(members.accountId, accountId),
        isNull(members.removedAt),
      ),
    );
  if (own) throw refused('order.error.open.ownMerchant');
  const { realName, realNameKind } = account ?? {};
  if (!account || !realName || !realNameKind || !account.realNameAt) {
    throw refused('order.error.open.realNameMissing');
  }
  return { ...account, realName, realNameKind };
}

/** The page is out of date; reloading it shows what is true now. */
const changed = (complaint: string, params?: Record<string, bigint>) =>
  new DomainError('stale', { key: `order.error.open.${complaint}`, ...(params ? { params } : {}) });

/** What the buyer saw must be what is sold; a difference is told, never charged. */
function requireAsShown(offer: Offer, input: OrderInput) {
  if (offer.amount !== input.shownAmount) {
    throw changed('priceChanged', { was: input.shownAmount, now: offer.amount });
  }
  if (!offer.agreement) throw refused('order.error.open.agreementMissing');
  if (offer.agreement.sha256 !== input.shownAgreement) {
    throw changed('agreementChanged');
  }
  return offer.agreement;
}

export const open: OrderEffect<OrderInput> = async (context) => {
  const { tx, now, actor, row, input, setting, record, tell } = context;
  const offer = await readOffer(tx, input, now, setting);
  if (!offer) throw refused('order.error.open.notOffered');
  // Holds the merchant in the shop until the commit: who leaves meanwhile waits and then sees this order.
  if (!(await merchantTrades(tx, offer.product.merchantId)))
    throw refused('order.error.open.notOffered');
  const { sku, spec, product } = offer;
  const buyer = await requireBuyer(tx, accountOf(actor), product.merchantId);
  const lineId = lineIdOf(row.id);
  // Before the product is locked: rows are locked from below to above.
  const voucher = await holdVoucher(
    context,
    { pieceId: input.voucherPieceId, buyerId: buyer.id, orderId: row.id },
    offer,
  );
  await takeStock(tx, {
    orderLineId: lineId,
    buyerId: buyer.id,
    skuId: sku.id,
    quantity: input.quantity,
    periods: input.periods,
    now,
  });
  const agreement = requireAsShown(offer, input);
  const owner = { buyerId: buyer.id, merchantId: product.merchantId };
  await tx.insert(orderLines).values({
    id: lineId,
    orderId: row.id,
    ...owner,
    productId: product.id,
    specId: spec.id,
    skuId: sku.id,
    productName: product.name,
    productVersion: product.productVersion,
    specName: spec.name,
    logoFileId: product.logoFileId,
    attributes: sku.attributes,
    billing: sku.billing,
    quantity: input.quantity,
    quantityName: sku.quantity?.name ?? null,
    quantityUnit: sku.quantity?.unit ?? null,
    periods: input.periods,
    unitPrice: offer.unitPrice,
    amount: offer.amount,
    ...voucher.columns,
    voucherMerchantRatio: voucher.merchantRatio,
    feeRate: product.feeRate,
    taxType: sku.taxType,
    taxRate: offer.taxRate,
    flowVersion: offer.flowVersion,
    requirementStep: product.content.flow.requirementStep,
    deliveryPeriodDays: product.content.deliveryPeriodDays,
    createdAt: now,
  });
  await signAgreement(tx, {
    agreement,
    orderId: row.id,
    ...owner,
    productId: product.id,
    productVersion: product.version,
    actor,
    at: now,
  });
  const number = await nextOrderNumber(tx, now, await setting('site.timeZone'));
  const rules = [...offer.rules, ...voucher.rules];
  const payBy = await dueAfter(tx, setting, 'order.payWithinDays', now);
  record({
    data: { agreement: { fileId: agreement.fileId, sha256: agreement.sha256 }, rules },
    files: [{ id: agreement.fileId, name: agreement.name, sha256: agreement.sha256 }],
  });
  tell({ number, product: product.name, amount: offer.amount, payBy });
  return {
    number,
    ...owner,
    productId: product.id,
    productName: product.name,
    merchantName: offer.merchantName,
    customerName: buyer.realName,
    accountName: buyer.name,
    amount: offer.amount,
    ...voucher.columns,
    payBy,
    buyerSnapshot: {
      name: buyer.name,
      realName: buyer.realName,
      realNameKind: buyer.realNameKind,
      email: buyer.email,
      phone: buyer.phone,
    },
    agreementFileId: agreement.fileId,
    agreementName: agreement.name,
    agreementSha256: agreement.sha256,
    rules,
    requestKey: input.requestKey,
  };
};

/** What every end of an unpaid order does: what it took goes back. */
async function end({ tx, now, row }: Parameters<OrderEffect>[0], cancelReason: CancelReason) {
  if (row.voucherPieceId) await movePiece({ tx, now }, row.voucherPieceId, 'release', row.id);
  await returnStock(tx, { orderLineId: lineIdOf(row.id), now });
  return { cancelReason, cancelledAt: now };
}

export const cancel: OrderEffect = (context) => end(context, 'buyer');
export const lapse: OrderEffect = (context) => end(context, 'lapsed');
export const invalidate: OrderEffect<{ reason: 'delisted' | 'changed' }> = async (context) => {
  const { reason } = context.input;
  context.record({ data: { cancelReason: reason } });
  return end({ ...context, input: {} }, reason);
};

/** Balance → guarantee, the voucher's part from its cost; the delivery under supervision is opened by a job after the commit. */
export const pay: OrderEffect = async ({ tx, now, row, record }) => {
  if (row.voucherPieceId) await movePiece({ tx, now }, row.voucherPieceId, 'use', row.id);
  await post(tx, {
    ...entryOf(row, now),
    key: `order:${row.id}:paid`,
    memo: 'orderPaid',
    postings: [
      { account: buyerBalance(row.buyerId), amount: -paidOf(row) },
      { account: voucherCostOf(row.merchantId), amount: -row.voucherAmount },
      { account: guaranteeOf(row.merchantId), amount: row.amount },
    ],
  });
  await addJob(tx, 'open-supervision', { orderId: row.id }, { key: `open-supervision:${row.id}` });
  record({ data: { amount: row.amount, voucher: row.voucherAmount } });
  return { paidAt: now };
};

/** Guarantee → merchant and platform, at the rates that were frozen when the order was placed (money.md 7.1). */
export const complete: OrderEffect = (context) => settle(context, 0n);

/**
 * The order ends with a refund of all or a part of the cash; what is kept goes the way of a completed order
 * (orders-and-refunds.md 3, 7.4). A whole refund gives the stock back.
 */
export const refund: OrderEffect<RefundInput> = async (context) => {
  const { tx, now, row, input } = context;
  if (input.voucherBack && row.voucherPieceId) {
    await movePiece({ tx, now }, row.voucherPieceId, 'giveBack', row.id);
  }
  if (input.amount === paidOf(row)) {
    await returnStock(tx, { orderLineId: lineIdOf(row.id), now });
  }
  return settle({ ...context, input: {} }, input.amount);
};

const entryOf = (row: OrderRow, at: Date) => ({
  noun: 'order',
  subjectId: row.id,
  at,
  merchantId: row.merchantId,
  buyerId: row.buyerId,
});

/** Empties the guarantee of an order: `refunded` fen to the buyer, the rest by the lines' rates. */
async function settle({ tx, now, row, record }: Parameters<OrderEffect>[0], refunded: bigint) {
  const lines = await tx.select().from(orderLines).where(eq(orderLines.orderId, row.id));
  let open = refunded;
  const splits = lines.map((line) => {
    const cash = paidOf(line);
    const part = open < cash ? open : cash;
    open -= part;
    return { lineId: line.id, feeRate: line.feeRate, ...settleLine(line, part) };
  });
  const sum = (key: 'fee' | 'payable' | 'voucherByMerchant' | 'voucherByPlatform') =>
    splits.reduce((total, split) => total + split[key], 0n);
  const shares = {
    fee: sum('fee'),
    payable: sum('payable'),
    voucherByMerchant: sum('voucherByMerchant'),
    voucherByPlatform: sum('voucherByPlatform'),
  };
  await post(tx, {
    ...entryOf(row, now),
    key: `order:${row.id}:completed`,
    memo: refunded > 0n ? 'orderRefunded' : 'orderCompleted',
    postings: [
      { account: guaranteeOf(row.merchantId), amount: -row.amount },
      { account: voucherCostOf(row.merchantId), amount: row.voucherAmount },
      { account: buyerBalance(row.buyerId), amount: refunded },
      { account: payableTo(row.merchantId), amount: shares.payable },
      { account: platformFee, amount: shares.fee - shares.voucherByPlatform },
    ],
  });
  record({ data: { amount: row.amount, refunded, ...shares, lines: splits } });
  return {
    completedAt: now,
    ...shares,
    ...(refunded > 0n ? { refunded, refundedAt: now } : {}),
  };
}
