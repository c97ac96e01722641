import { system } from '@/lib/auth/actor';
import { requestReconciliation, runReconciliation } from '@/lib/records/reconciliation/commands';

/** One run over all that the demo moved, as the worker would have made it. */
export async function seedReconciliation(): Promise<void> {
  await requestReconciliation(system('daily reconciliation'));
  await runReconciliation();
}
