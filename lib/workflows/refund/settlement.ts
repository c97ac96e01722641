import type { orderLines, orders } from '@/db/schema';
import type { Fen } from '@/lib/money/ledger';
import { settleLine } from '@/lib/workflows/order/settle';
import type { RefundRow } from './machine';

/** Where the money of an order goes with a refund, in fen. */
export interface RefundShares {
  toBuyer: Fen;
  toMerchant: Fen;
  fee: Fen;
  voucherByMerchant: Fen;
  voucherByPlatform: Fen;
}

/**
 * What a refund moves: as it did once the order has ended, else as it will if the merchant agrees; nothing for a
 * request that came to nothing.
 */
export function sharesOf({
  row,
  order,
  line,
}: {
  row: RefundRow;
  order: typeof orders.$inferSelect;
  line: typeof orderLines.$inferSelect;
}): RefundShares | undefined {
  if (row.state === 'refunded') {
    return {
      toBuyer: order.refunded,
      toMerchant: order.payable ?? 0n,
      fee: order.fee ?? 0n,
      voucherByMerchant: order.voucherByMerchant,
      voucherByPlatform: order.voucherByPlatform,
    };
  }
  if (row.state !== 'awaitingMerchant' && row.state !== 'refunding') return undefined;
  const { refund, payable, ...rest } = settleLine(line, row.amount);
  return { ...rest, toBuyer: refund, toMerchant: payable };
}
