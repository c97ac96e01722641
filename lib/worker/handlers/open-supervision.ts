import { openSupervision } from '@/lib/workflows/supervision/commands';

/** The order was paid: its supervision record begins. Run again, it does nothing. */
export async function openSupervisionOfOrder({ orderId }: { orderId: string }): Promise<void> {
  await openSupervision(orderId);
}
