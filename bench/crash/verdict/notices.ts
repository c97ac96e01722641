import { sql } from 'drizzle-orm';
import type { PostOffice } from '../post-office';
import type { Case } from './case';

/** Every notice became messages, every message went out once. */
export async function judgeNotices(found: Case, post: PostOffice): Promise<void> {
  await found.expectNone(
    'notices that became no messages',
    sql`select id, noun, event from outbox where expanded_at is null`,
  );
  await found.expectNone(
    'messages on their way for ever',
    sql`select id, channel, state, tries, last_error from message where state in ('pending', 'failed', 'held')`,
  );
  await found.expectNone(
    'one event told twice to one receiver',
    sql`select m.address, m.channel, o.evidence_id from message m join outbox o on o.id = m.outbox_id
      group by m.address, m.channel, o.evidence_id, o.audience having count(*) > 1`,
  );
  await judgeMails(found, post.mails);
  await judgeTexts(found, post.texts);
  await found.count('siteMessages', sql`select count(*) as n from message where channel = 'site'`);
}

async function judgeMails({ rows, wrong, figures }: Case, received: PostOffice['mails']) {
  const mails = await rows<{ id: string; state: string; address: string }>(
    sql`select id, state, address from message where channel = 'mail'`,
  );
  const known = new Map(mails.map((mail) => [mail.id, mail]));
  for (const [id, times] of received) {
    if (times.length > 1) wrong.push(`mail ${id} arrived ${times.length} times`);
    if (known.get(id)?.address !== times[0])
      wrong.push(`mail ${id} to ${times[0]} arrived and is not on record`);
  }
  const arrived = ({ id }: { id: string }) => received.has(id);
  const lost = mails.filter((row) => row.state === 'sent' && !arrived(row));
  if (lost.length > 0)
    wrong.push(`mails noted as sent that never arrived: ${lost.length}, first ${lost[0]?.id}`);
  const unknown = mails.filter(({ state }) => state === 'unknown');
  figures.mails = mails.length;
  figures.mailsArrived = received.size;
  figures.mailsInDoubt = unknown.length;
  figures.mailsInDoubtThatArrived = unknown.filter(arrived).length;
}

async function judgeTexts({ rows, wrong, figures }: Case, received: PostOffice['texts']) {
  const texts = await rows<{ id: string; state: string; address: string }>(
    sql`select id, state, address from message where channel = 'sms'`,
  );
  figures.textMessages = texts.length;
  for (const { id, state, address } of texts)
    if (state !== 'sent' || received.get(id) !== address)
      wrong.push(`text message ${id} to ${address} is ${state} and went to ${received.get(id)}`);
  if (received.size > texts.length) wrong.push('text messages that are not on record');
}
