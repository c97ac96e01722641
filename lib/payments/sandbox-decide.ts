import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { sandboxPayments } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { notFound, refused } from '@/lib/errors';
import { addJob } from '@/lib/worker/add-job';

type SandboxPayment = typeof sandboxPayments.$inferSelect;

const decision = z.object({
  id: z.string().min(1),
  choice: z.enum(['succeeded', 'failed', 'abandoned']),
});

/** The sandbox's own page about one payment of this payer; nothing for strangers. */
export function getSandboxPayment(actor: Actor, id: string): Promise<SandboxPayment | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [payment] = await tx
      .select()
      .from(sandboxPayments)
      .where(and(eq(sandboxPayments.id, id), eq(sandboxPayments.buyerId, accountOf(actor) ?? '')));
    return payment;
  });
}

/**
 * What the payer does at the sandbox bank: pay, be declined, or walk away. The result is reported by a job over HTTP.
 * @throws DomainError notFound; refused when it was decided before
 */
export function decideSandboxPayment(actor: Actor, input: unknown): Promise<SandboxPayment> {
  const { id, choice } = parseInput(decision, input);
  return change(
    actor,
    { noun: 'sandboxPayment', action: 'decide', permission: 'topUp.request' },
    async ({ tx, now }) => {
      const buyerId = accountOf(actor) ?? '';
      const own = and(eq(sandboxPayments.id, id), eq(sandboxPayments.buyerId, buyerId));
      const [before] = await tx.select().from(sandboxPayments).where(own).for('update');
      if (!before) throw notFound();
      if (before.status !== 'waiting') throw refused('sandboxPayment.error.decide.decided');
      const [after] = await tx
        .update(sandboxPayments)
        .set({ status: choice, decidedAt: now })
        .where(own)
        .returning();
      if (choice !== 'abandoned') {
        await addJob(tx, 'report-sandbox-payment', { topUpId: id }, { key: `sandbox:${id}` });
      }
      return {
        subjectId: id,
        stream: `topUp:${id}`,
        tenant: { buyerId },
        before: { status: before.status },
        after: { status: choice },
        value: after as SandboxPayment,
      };
    },
  );
}
