import { and, eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { wanted } from '@/db/factories/order';
import { supervisions, voucherPieces } from '@/db/schema';
import { paidOf } from '@/lib/workflows/order/amounts';
import { cancelOrder, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { act, appears, chance, type Lane } from '../lane';
import { patiently } from '../sure';
import { carryOn } from './carry-on';
import type { Deal } from './delivery';

/** An order from its placing on, as far as the worker is there to open its record. */
export async function purchase(lane: Lane): Promise<void> {
  const deal = await buy(lane);
  if (deal) await carryOn(lane, deal);
}

/** Orders, with a voucher where one is to be had, and pays; or cancels, or both at once. */
async function buy(lane: Lane): Promise<Deal | undefined> {
  const { buyer, sold } = lane.company;
  const piece = chance(lane, 0.5) ? await voucherOf(lane) : undefined;
  const form = wanted(
    { ...sold, price: BigInt(sold.price) },
    piece ? { voucherPieceId: piece } : {},
  );
  // Two clicks are one order.
  const clicks = chance(lane, 0.1) ? 2 : 1;
  const [placed] = await Promise.all(
    Array.from({ length: clicks }, () => act(lane, 'order.open', () => placeOrder(buyer, form))),
  );
  if (!placed) return undefined;
  const pay = () => act(lane, 'order.pay', () => payOrder(buyer, placed.id));
  const cancel = () => act(lane, 'order.cancel', () => cancelOrder(buyer, placed.id));
  if (chance(lane, 0.15)) {
    await cancel();
    return undefined;
  }
  const twice = chance(lane, 0.15);
  const [, cancelled] = await Promise.all(twice ? [pay(), cancel(), pay()] : [pay()]);
  const recordId = cancelled ? undefined : await appears(() => recordOf(placed.id), 5);
  return recordId ? { orderId: placed.id, recordId, paid: paidOf(placed) } : undefined;
}

/** A voucher of the customer that no order holds; another lane may be faster. */
async function voucherOf({ company: { buyer, sold } }: Lane): Promise<string | undefined> {
  const [row] = await patiently(() =>
    getDatabase()
      .select({ id: voucherPieces.id })
      .from(voucherPieces)
      .where(
        and(
          eq(voucherPieces.buyerId, buyer.accountId),
          eq(voucherPieces.productId, sold.productId),
          eq(voucherPieces.state, 'claimed'),
        ),
      )
      .limit(1),
  );
  return row?.id;
}

/** The delivery record that the worker opens for a paid order. */
async function recordOf(orderId: string): Promise<string | undefined> {
  const [row] = await getDatabase()
    .select({ id: supervisions.id })
    .from(supervisions)
    .where(eq(supervisions.orderId, orderId));
  return row?.id;
}
