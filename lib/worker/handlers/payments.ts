import { eq } from 'drizzle-orm';
import { topUps } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { env } from '@/lib/env';
import { checkLater } from '@/lib/payments/check-later';
import { providerOf } from '@/lib/payments/providers';
import { signedReport } from '@/lib/payments/sandbox';
import { failTopUp, linkTopUp } from '@/lib/workflows/top-up/commands';
import { applyReport } from '@/lib/workflows/top-up/report';

async function payingTopUp(topUpId: string) {
  const row = await withActor(system('payments'), async ({ tx }) => {
    const [found] = await tx.select().from(topUps).where(eq(topUps.id, topUpId));
    return found;
  });
  return row?.state === 'paying' ? row : undefined;
}

/**
 * Asks the provider for a payment and keeps where the buyer pays. The provider knows the payment by the top-up's id,
 * so a second run asks for the same one. Given up, the top-up fails and the buyer is told.
 */
export async function createPayment(
  { topUpId }: { topUpId: string },
  { lastAttempt }: { lastAttempt: boolean },
): Promise<void> {
  const row = await payingTopUp(topUpId);
  if (!row || row.payUrl) return;
  const actor = system('create payment');
  const { BASE_URL } = env();
  try {
    const provider = providerOf(row.provider);
    if (!provider) throw new Error(`no payment provider ${row.provider}`);
    const link = await provider.create({
      topUpId,
      buyerId: row.buyerId,
      amount: row.amount,
      returnUrl: `${BASE_URL}/buyer/balance/top-ups/${topUpId}`,
      notifyUrl: `${BASE_URL}/api/callbacks/payments?provider=${provider.name}`,
    });
    await linkTopUp(actor, topUpId, link);
  } catch (error) {
    if (lastAttempt) await failTopUp(actor, topUpId, { reason: 'unavailable' });
    throw error;
  }
}

/** Asks the provider for a result that was not reported, a few times; the deadline ends what nobody pays. */
export async function checkPayment({
  topUpId,
  round,
}: {
  topUpId: string;
  round: number;
}): Promise<void> {
  const row = await payingTopUp(topUpId);
  if (!row) return;
  const report = await providerOf(row.provider)?.query(topUpId);
  if (report && report.result !== 'waiting') await applyReport(report);
  else await withActor(system('payments'), ({ tx }) => checkLater(tx, topUpId, round + 1));
}

/** The sandbox tells the house what its payer chose, over HTTP and signed, as a real provider does. */
export async function reportSandboxPayment({ topUpId }: { topUpId: string }): Promise<void> {
  const report = await providerOf('sandbox')?.query(topUpId);
  if (!report || report.result === 'waiting') return;
  const { body, headers } = signedReport(report);
  const response = await fetch(`${env().BASE_URL}/api/callbacks/payments?provider=sandbox`, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok) throw new Error(`the payment callback answered ${response.status}`);
}
