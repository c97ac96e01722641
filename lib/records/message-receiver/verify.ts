import { and, eq, isNull } from 'drizzle-orm';
import { merchants, messageReceivers } from '@/db/schema';
import { appendEvidence } from '@/lib/audit/append';
import { type Actor, system } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashSecret } from '@/lib/auth/secret';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { refused } from '@/lib/errors';
import { doorkeeper } from '@/lib/records/account/as-account';
import { tokenInput } from '@/lib/records/account/schema';

export interface ReceiverLink {
  name: string;
  email: string;
  merchantName: string;
}

/** What the page behind a receiver's link says; null when the link cannot be used. */
export function getReceiverLink(actor: Actor, token: string): Promise<ReceiverLink | null> {
  return withActor(doorkeeper('receiver link', actor), async ({ tx }) => {
    const [found] = await tx
      .select({
        name: messageReceivers.name,
        email: messageReceivers.email,
        merchantName: merchants.name,
      })
      .from(messageReceivers)
      .innerJoin(merchants, eq(merchants.id, messageReceivers.merchantId))
      .where(usable(token));
    return found?.email ? { ...found, email: found.email } : null;
  });
}

/**
 * Confirms a receiver's address by the token of its mail; anybody with the mail may.
 * @throws DomainError refused `messageReceiver.error.badLink`, limited
 */
export async function verifyReceiver(actor: Actor, input: unknown): Promise<void> {
  const { token } = parseInput(tokenInput, input);
  await spend({ 'limit.token': actor.origin?.ip });
  return withActor(doorkeeper('confirm receiver', actor), async ({ tx, now }) => {
    const [row] = await tx
      .update(messageReceivers)
      .set({ emailVerifiedAt: now, verifyHash: null, updatedAt: now })
      .where(usable(token))
      .returning();
    if (!row) throw refused('messageReceiver.error.badLink');
    await appendEvidence(tx, {
      stream: `merchant:${row.merchantId}`,
      at: now,
      actor: { ...system('link of a mail'), ...(actor.origin ? { origin: actor.origin } : {}) },
      noun: 'messageReceiver',
      subjectId: row.id,
      event: 'verify',
      data: { email: row.email },
      tenant: { merchantId: row.merchantId },
    });
  });
}

const usable = (token: string) =>
  and(eq(messageReceivers.verifyHash, hashSecret(token)), isNull(messageReceivers.emailVerifiedAt));
