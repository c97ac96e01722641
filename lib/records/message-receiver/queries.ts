import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, members, messageReceivers, messageSubscriptions } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { openFence, withActor } from '@/lib/engine/with-actor';
import { forbidden, notFound } from '@/lib/errors';
import { textFilter } from '@/lib/list/filters';

export type ReceiverView = Omit<typeof messageReceivers.$inferSelect, 'verifyHash' | 'merchantId'>;
export type SubscriptionView = { receiverId: string; type: string; channel: 'mail' | 'sms' };

function reader(actor: Actor): Member {
  if (actor.kind !== 'member' || !can(actor, 'messageReceiver.read')) throw forbidden();
  return actor;
}

/** Filters of the list and of its export; wrong values count as none. */
export const receiverFilters = z.object({
  /** Name, mailbox or phone. */
  q: textFilter,
  state: z.enum(['verified', 'waiting', 'none']).optional().catch(undefined),
});
export type ReceiverFilters = z.infer<typeof receiverFilters>;

/** Whether a receiver's mailbox is confirmed. */
export const receiverState = ({
  email,
  emailVerifiedAt,
}: Pick<ReceiverView, 'email' | 'emailVerifiedAt'>): 'verified' | 'waiting' | 'none' =>
  email ? (emailVerifiedAt ? 'verified' : 'waiting') : 'none';

/** Those of a merchant's receivers that fit; their number is limited. */
export function fittingReceivers<Row extends ReceiverView>(
  receivers: readonly Row[],
  { q, state }: ReceiverFilters,
): Row[] {
  const word = q?.toLowerCase();
  return receivers.filter(
    (row) =>
      (!state || receiverState(row) === state) &&
      (!word ||
        [row.name, row.email, row.phone].some((text) => text?.toLowerCase().includes(word))),
  );
}

export interface ReceiverBook {
  receivers: ReceiverView[];
  subscriptions: SubscriptionView[];
  /** Where messages go while nobody is chosen: the owner's own addresses. */
  owner: { name: string; email: string; phone: string | null };
}

/** Every receiver of the actor's merchant, with who gets what. */
export function getReceiverBook(actor: Actor): Promise<ReceiverBook> {
  return withActor(actor, async ({ tx }) => {
    const { merchantId } = reader(actor);
    const receivers = await tx
      .select()
      .from(messageReceivers)
      .where(eq(messageReceivers.merchantId, merchantId))
      .orderBy(desc(messageReceivers.id));
    const subscriptions = await tx
      .select({
        receiverId: messageSubscriptions.receiverId,
        type: messageSubscriptions.type,
        channel: messageSubscriptions.channel,
      })
      .from(messageSubscriptions)
      .where(eq(messageSubscriptions.merchantId, merchantId));
    await openFence(tx);
    const [owner] = await tx
      .select({ name: accounts.name, email: accounts.email, phone: accounts.phone })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(members.merchantId, merchantId), eq(members.owner, true)));
    if (!owner) throw notFound();
    return {
      owner,
      subscriptions,
      receivers: receivers.map(({ verifyHash: _, merchantId: __, ...row }) => row),
    };
  });
}

/** One receiver. @throws DomainError notFound */
export async function getReceiver(actor: Actor, id: string): Promise<ReceiverView> {
  const { receivers } = await getReceiverBook(actor);
  const found = receivers.find((receiver) => receiver.id === id);
  if (!found) throw notFound();
  return found;
}
