import { hkdfSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { sandboxPayments } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { withActor } from '@/lib/engine/with-actor';
import { env } from '@/lib/env';
import type { PaymentProvider, PaymentReport } from './provider';
import { signatureHolds, signBody } from './signature';

type SandboxPayment = typeof sandboxPayments.$inferSelect;

export const SIGNATURE_HEADER = 'x-sandbox-signature';

/** Its key with the house, derived from the installation's secret. */
const secret = () =>
  Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'sandbox payments', 32)).toString('hex');

const reportBody = z.object({
  topUpId: z.string(),
  providerRef: z.string(),
  amount: z.string().regex(/^\d{1,18}$/),
  result: z.enum(['succeeded', 'failed']),
});

/** The sandbox's number of a payment. */
const refOf = (topUpId: string) => `SANDBOX-${topUpId.slice(-12).toUpperCase()}`;

const RESULTS: Record<SandboxPayment['status'], PaymentReport['result']> = {
  waiting: 'waiting',
  succeeded: 'succeeded',
  failed: 'failed',
  abandoned: 'waiting',
};

const reportOf = (payment: SandboxPayment): PaymentReport => ({
  topUpId: payment.id,
  providerRef: refOf(payment.id),
  amount: payment.amount,
  result: RESULTS[payment.status],
});

/** The report as the sandbox sends it: body and signature header. */
export function signedReport(report: PaymentReport): {
  body: string;
  headers: Record<string, string>;
} {
  const body = JSON.stringify({ ...report, amount: report.amount.toString() });
  return {
    body,
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signBody(secret(), body) },
  };
}

/**
 * A pretend bank that moves no money, for trials: a page where the payer chooses what happens, and a signed report
 * to the house over HTTP, as a real provider sends one.
 */
export const sandboxProvider: PaymentProvider = {
  name: 'sandbox',
  trial: true,
  create: async ({ topUpId, buyerId, amount }) => {
    await change(
      system('sandbox provider'),
      { noun: 'sandboxPayment', action: 'create', permission: 'topUp.advance' },
      async ({ tx, now }) => {
        await tx
          .insert(sandboxPayments)
          .values({ id: topUpId, buyerId, amount, status: 'waiting', createdAt: now })
          .onConflictDoNothing();
        return {
          subjectId: topUpId,
          stream: `topUp:${topUpId}`,
          tenant: { buyerId },
          after: { amount },
          value: undefined,
        };
      },
    );
    return { providerRef: refOf(topUpId), payUrl: `/sandbox-bank/${topUpId}` };
  },
  query: async (topUpId) => {
    const payment = await findSandboxPayment(topUpId);
    return payment && reportOf(payment);
  },
  verify: (headers, body) => {
    if (!signatureHolds(secret(), body, headers.get(SIGNATURE_HEADER))) return undefined;
    const parsed = reportBody.safeParse(jsonOf(body));
    return parsed.success ? { ...parsed.data, amount: BigInt(parsed.data.amount) } : undefined;
  },
};

function findSandboxPayment(topUpId: string): Promise<SandboxPayment | undefined> {
  return withActor(system('sandbox provider'), async ({ tx }) => {
    const [payment] = await tx
      .select()
      .from(sandboxPayments)
      .where(eq(sandboxPayments.id, topUpId));
    return payment;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
