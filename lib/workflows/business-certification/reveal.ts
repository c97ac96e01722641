import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { bankAccounts } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { notFound } from '@/lib/errors';

const input = z.object({ accountId: z.string().min(1).max(60) });

/**
 * Shows the full number of a bank account to those who need it to check or to pay; who looked is recorded.
 * @throws DomainError forbidden, notFound
 */
export function revealBankNumber(actor: Actor, form: unknown): Promise<string> {
  const spec = {
    noun: 'businessCertification',
    action: 'revealNumber',
    permission: 'businessCertification.bank',
  } as const;
  return change(actor, spec, async ({ tx }) => {
    const { accountId } = parseInput(input, form);
    const [row] = await tx.select().from(bankAccounts).where(eq(bankAccounts.id, accountId));
    const own = actor.kind !== 'member' || row?.merchantId === actor.merchantId;
    if (!row || !own) throw notFound();
    return {
      subjectId: row.id,
      stream: `merchant:${row.merchantId}`,
      tenant: { merchantId: row.merchantId },
      value: row.number,
    };
  });
}
