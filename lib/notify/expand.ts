import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { messages, outbox } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { formatDateTime, formatMoney } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';
import { translator, type Values } from '@/lib/i18n/translator';
import { newId } from '@/lib/ids';
import { addJob } from '@/lib/worker/add-job';
import type { Channel, NoticeValues, OutboxRow, Receiver, Resolved } from './define';
import { NOTICES } from './notices/all';

/**
 * Turns one outbox row into messages, one per receiver and channel, and a job to send each. Running it again adds
 * nothing: a message exists once per outbox row, channel and address.
 */
export function expandNotice(outboxId: string): Promise<number> {
  return withActor(system('notify'), async ({ tx, now }) => {
    const [row] = await tx.select().from(outbox).where(eq(outbox.id, outboxId)).for('update');
    if (!row || row.expandedAt) return 0;
    const notices = NOTICES[row.noun];
    const resolve =
      notices?.[`${row.event}.${row.audience}`] ?? notices?.[row.audience] ?? notices?.['*'];
    if (!resolve) throw new Error(`no notice for ${row.noun}.${row.event}.${row.audience}`);
    const resolved = await resolve({ tx, row, now });
    let written = 0;
    for (const receiver of resolved?.receivers ?? []) {
      written += await writeMessages(tx, row, resolved as Resolved, receiver, now);
    }
    await tx.update(outbox).set({ expandedAt: now }).where(eq(outbox.id, row.id));
    return written;
  });
}

async function writeMessages(
  tx: Tx,
  row: OutboxRow,
  resolved: Resolved,
  receiver: Receiver,
  now: Date,
): Promise<number> {
  const t = translator(receiver.locale, `${row.noun}.notice.${row.event}.${row.audience}`);
  const { params } = resolved;
  const own = typeof params === 'function' ? params(receiver.locale) : params;
  const values = readable(own, receiver.locale);
  let written = 0;
  for (const channel of receiver.channels) {
    const address = addressOf(receiver, channel);
    if (!address) continue;
    const id = newId('message', now);
    const [message] = await tx
      .insert(messages)
      .values({
        id,
        outboxId: row.id,
        accountId: receiver.accountId ?? null,
        merchantId: receiver.merchantId ?? null,
        channel,
        address,
        locale: receiver.locale,
        type: resolved.type,
        subject: t('subject', values),
        body: t(channel === 'sms' && t.has('sms') ? 'sms' : 'body', values),
        href: resolved.href ?? null,
        fileIds: channel === 'mail' ? [...(resolved.fileIds ?? [])] : [],
        state: channel === 'site' ? 'sent' : 'pending',
        createdAt: now,
        sentAt: channel === 'site' ? now : null,
      })
      .onConflictDoNothing()
      .returning({ id: messages.id });
    if (!message) continue;
    written += 1;
    if (channel !== 'site')
      await addJob(tx, 'send-message', { messageId: id }, { key: `send:${id}` });
  }
  return written;
}

function addressOf(receiver: Receiver, channel: Channel): string | undefined {
  if (channel === 'site') return receiver.accountId;
  return channel === 'mail' ? receiver.email : receiver.phone;
}

function readable(params: NoticeValues, locale: Locale): Values {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (typeof value === 'bigint') return [key, formatMoney(value)];
      return [key, value instanceof Date ? formatDateTime(value, locale) : value];
    }),
  );
}
