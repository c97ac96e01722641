import { executeRefund } from '@/lib/workflows/refund/commands';

/** The merchant agreed: the money goes back. Run again, it does nothing. */
export async function executeAgreedRefund({ refundId }: { refundId: string }): Promise<void> {
  await executeRefund(refundId);
}
