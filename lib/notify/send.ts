import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { messages } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { log } from '@/lib/log';
import { type Channel, type MessageRow, Refusal } from './channel';
import { sendMail } from './channels/mail';
import { sendSms } from './channels/sms';

const CHANNELS: Record<string, Channel> = { mail: sendMail, sms: sendSms };

/** How long a result that cannot be written, since the database is away, is held in hand. */
const HOLD_MS = 30_000;

/**
 * Sends one message. The network is called between two transactions. What was handed over and never answered, because
 * this process, the database or the other side ended in between, is `unknown`: it is not sent again by itself, so that
 * nobody gets it twice; operators see it and may send it again. Throws when the channel fails: the job runner tries again.
 */
export async function sendMessage(messageId: string): Promise<void> {
  const message = await withActor(actor, async ({ tx }) => {
    const [row] = await tx.select().from(messages).where(eq(messages.id, messageId));
    return row;
  });
  if (!message || message.state === 'sent' || message.state === 'unknown') return;
  if (message.handedOverAt)
    return note(messageId, { state: 'unknown' }, isNotNull(messages.handedOverAt));
  const deliver = CHANNELS[message.channel];
  if (!deliver) throw new Error(`no channel ${message.channel}`);
  let handedOver = false;
  // A channel may run its text to the end after the other side refused it: that is no hand-over any more.
  let over = false;
  let recording: Promise<void> | undefined;
  const handOver = async () => {
    if (over) return;
    recording = recordHandOver(messageId).then(() => {
      handedOver = true;
    });
    await recording;
  };
  try {
    const state = await deliver(message, handOver);
    await insist(() => note(messageId, { state, lastError: null }));
  } catch (error) {
    over = true;
    await recording?.catch(() => undefined);
    const lastError = error instanceof Error ? error.message.slice(0, 500) : 'error';
    if (error instanceof HandedOver) return;
    if (handedOver && !(error instanceof Refusal))
      return insist(() =>
        note(messageId, { state: 'unknown', lastError }, ne(messages.state, 'sent')),
      );
    await note(messageId, { state: 'failed', lastError, handedOverAt: null });
    throw error;
  }
}

const actor = system('send message');

/** Another try has handed this message over: it is that one's to finish. */
class HandedOver extends Error {}

async function recordHandOver(id: string): Promise<void> {
  const [mine] = await withActor(actor, ({ tx, now }) =>
    tx
      .update(messages)
      .set({ handedOverAt: now })
      .where(
        and(
          eq(messages.id, id),
          isNull(messages.handedOverAt),
          inArray(messages.state, ['pending', 'failed', 'held']),
        ),
      )
      .returning({ id: messages.id }),
  );
  if (!mine) throw new HandedOver('handed over by another try');
}

function note(id: string, patch: Partial<MessageRow>, unless?: SQL): Promise<void> {
  return withActor(actor, async ({ tx, now }) => {
    await tx
      .update(messages)
      .set({
        ...patch,
        tries: sql`${messages.tries} + 1`,
        ...(patch.state === 'sent' ? { sentAt: now } : {}),
      })
      .where(and(eq(messages.id, id), unless));
  });
}

/** Writes a result that must not be forgotten, over and over while the database is away. */
async function insist(write: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + HOLD_MS; ; ) {
    try {
      return await write();
    } catch (error) {
      if (Date.now() > until) throw error;
      log('notify').warn({ err: error }, 'the result of a message waits for the database');
      await pause(500);
    }
  }
}
