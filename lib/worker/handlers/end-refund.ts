import { log } from '@/lib/log';

/** A decision ended the order: a refund that still waits ends with it. There are none yet, so there is none to end. */
export async function endRefundOfOrder({ orderId }: { orderId: string }): Promise<void> {
  log('worker').debug({ orderId }, 'no refund to end');
}
