import { and, desc, eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { messages, outbox } from '@/db/schema';
import { expandNotice } from '@/lib/notify/expand';

/** The token of the last mail to an address. */
export async function tokenMailedTo(email: string): Promise<string> {
  for (const { id } of await getDatabase().select({ id: outbox.id }).from(outbox)) {
    await expandNotice(id);
  }
  const [mail] = await getDatabase()
    .select()
    .from(messages)
    .where(and(eq(messages.address, email), eq(messages.channel, 'mail')))
    .orderBy(desc(messages.id))
    .limit(1);
  return /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
}
