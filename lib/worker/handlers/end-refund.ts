import { endRefund } from '@/lib/workflows/refund/commands';

/** The order's delivery is over: a refund that still waits ends with it. Run again, it does nothing. */
export async function endRefundOfOrder({ orderId }: { orderId: string }): Promise<void> {
  await endRefund(orderId);
}
