import { and, eq, inArray } from 'drizzle-orm';
import { messageReceivers, messageSubscriptions } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { parseInput } from '@/lib/engine/parse';
import { invalid, notFound } from '@/lib/errors';
import { changeOfMerchant } from '@/lib/records/member/change-of-merchant';
import { typeReceiversInput } from './schema';
import { isMessageType, RECEIVER_CHANNELS } from './types';

/**
 * Says who gets a message type by mail and by SMS; with nobody chosen it goes to the owner's own address.
 * @throws DomainError forbidden, notFound (unknown type), invalid (`mail`, `sms`: not a receiver, or without such an address)
 */
export async function setTypeReceivers(actor: Actor, type: string, input: unknown): Promise<void> {
  const values = parseInput(typeReceiversInput, input);
  const spec = {
    noun: 'messageReceiver',
    action: 'subscribe',
    permission: 'messageReceiver.manage',
  } as const;
  return changeOfMerchant(actor, spec, async ({ tx }, { merchantId }) => {
    if (!isMessageType(type)) throw notFound();
    const own = await tx
      .select()
      .from(messageReceivers)
      .where(eq(messageReceivers.merchantId, merchantId));
    const reachable = {
      mail: own.filter(({ email }) => email).map(({ id }) => id),
      sms: own.filter(({ phone }) => phone).map(({ id }) => id),
    };
    for (const channel of RECEIVER_CHANNELS) {
      if (values[channel].some((id) => !reachable[channel].includes(id))) {
        throw invalid({ [channel]: 'form.error.notAChoice' });
      }
    }
    const ofType = and(
      eq(messageSubscriptions.merchantId, merchantId),
      eq(messageSubscriptions.type, type),
    );
    const before = await tx.select().from(messageSubscriptions).where(ofType);
    await tx
      .delete(messageSubscriptions)
      .where(and(ofType, inArray(messageSubscriptions.channel, [...RECEIVER_CHANNELS])));
    const rows = RECEIVER_CHANNELS.flatMap((channel) =>
      values[channel].map((receiverId) => ({ merchantId, receiverId, type, channel })),
    );
    if (rows.length > 0) await tx.insert(messageSubscriptions).values(rows);
    const chosen = (channel: string) =>
      before.filter((row) => row.channel === channel).map(({ receiverId }) => receiverId);
    return {
      subjectId: `${merchantId}:${type}`,
      before: { mail: chosen('mail'), sms: chosen('sms') },
      after: values,
      value: undefined,
    };
  });
}
