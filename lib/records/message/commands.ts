import { eq } from 'drizzle-orm';
import { messages } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { notFound, refused } from '@/lib/errors';
import { addJob } from '@/lib/worker/add-job';

/**
 * Sends a mail or SMS once more, whatever became of it.
 * @throws DomainError refused `message.error.site` for a site message, which is always there
 */
export function resendMessage(actor: Actor, id: string): Promise<void> {
  return change(
    actor,
    { noun: 'message', action: 'resend', permission: 'message.resend' },
    async ({ tx, now }) => {
      const [message] = await tx.select().from(messages).where(eq(messages.id, id)).for('update');
      if (!message) throw notFound();
      if (message.channel === 'site') throw refused('message.error.site');
      await tx
        .update(messages)
        .set({ state: 'pending', lastError: null, handedOverAt: null })
        .where(eq(messages.id, id));
      await addJob(tx, 'send-message', { messageId: id }, { key: `resend:${id}:${now.getTime()}` });
      return {
        subjectId: id,
        stream: `message:${id}`,
        tenant: { accountId: message.accountId, merchantId: message.merchantId },
        before: { state: message.state },
        after: { state: 'pending' },
        value: undefined,
      };
    },
  );
}
