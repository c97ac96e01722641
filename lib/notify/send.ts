import { eq, sql } from 'drizzle-orm';
import { messages } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { sendMail } from './channels/mail';
import { sendSms } from './channels/sms';

export type MessageRow = typeof messages.$inferSelect;

/** What a channel answers: sent, or that nobody configured it (the message is kept for operators). */
export type Sent = 'sent' | 'held';

const CHANNELS: Record<string, (message: MessageRow) => Promise<Sent>> = {
  mail: sendMail,
  sms: sendSms,
};

/**
 * Sends one message. The network is called between two transactions; the message id goes with it, so that a provider
 * can tell a repetition. Throws when the channel fails: the job runner tries again.
 */
export async function sendMessage(messageId: string): Promise<void> {
  const actor = system('send message');
  const message = await withActor(actor, async ({ tx }) => {
    const [row] = await tx.select().from(messages).where(eq(messages.id, messageId));
    return row;
  });
  if (!message || message.state === 'sent') return;
  const deliver = CHANNELS[message.channel];
  if (!deliver) throw new Error(`no channel ${message.channel}`);
  try {
    const state = await deliver(message);
    await note(messageId, { state, lastError: null });
  } catch (error) {
    await note(messageId, {
      state: 'failed',
      lastError: error instanceof Error ? error.message.slice(0, 500) : 'error',
    });
    throw error;
  }
}

function note(
  id: string,
  patch: { state: MessageRow['state']; lastError: string | null },
): Promise<void> {
  return withActor(system('send message'), async ({ tx, now }) => {
    await tx
      .update(messages)
      .set({
        ...patch,
        tries: sql`${messages.tries} + 1`,
        ...(patch.state === 'sent' ? { sentAt: now } : {}),
      })
      .where(eq(messages.id, id));
  });
}
