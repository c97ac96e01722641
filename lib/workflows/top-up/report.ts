import { system } from '@/lib/auth/actor';
import { DomainError } from '@/lib/errors';
import type { PaymentReport } from '@/lib/payments/provider';
import { failTopUp, settleTopUp } from './commands';

/** `known`: it was applied before. `refused`: it does not fit the top-up, and people must look. */
export type Applied = 'applied' | 'known' | 'unknown' | 'refused';

/**
 * Applies what a provider reported; the same report again changes nothing. A success after the top-up expired still
 * credits the balance.
 */
export async function applyReport(report: PaymentReport): Promise<Applied> {
  const actor = system(`payment ${report.providerRef}`);
  const { topUpId, providerRef, amount } = report;
  try {
    if (report.result === 'succeeded') await settleTopUp(actor, topUpId, { providerRef, amount });
    else if (report.result === 'failed') await failTopUp(actor, topUpId, { reason: 'declined' });
    return 'applied';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'wrongState') return 'known';
    return error.code === 'notFound' ? 'unknown' : 'refused';
  }
}
