import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { messages } from '@/db/schema';
import { newId } from '@/lib/ids';
import { resendMessage } from '@/lib/records/message/commands';
import { countMessages } from '@/lib/records/message/queries';
import { createOperator } from '@/lib/testing/actors';
import type { MessageRow } from '../channel';

const received: string[] = [];
let refuse = false;
let mute = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, __, done) => done(refuse ? new Error('mailbox full') : null),
  onData(stream, _, done) {
    let text = '';
    stream.on('data', (part: Buffer) => {
      text += part.toString();
    });
    stream.on('end', () => {
      received.push(text);
      if (mute) for (const one of server.connections as Set<{ close: () => void }>) one.close();
      else done();
    });
  },
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received.length = 0;
});
afterAll(() => new Promise<void>((done) => server.close(done)));

async function mail(): Promise<string> {
  const id = newId('message');
  await getDatabase().insert(messages).values({
    id,
    channel: 'mail',
    address: 'zhou@example.test',
    locale: 'zh-CN',
    type: 'account',
    subject: '验证您的邮箱',
    body: '请点击链接完成验证。',
    href: '/verify-email?token=abc',
    state: 'pending',
    createdAt: new Date(),
  });
  return id;
}
const stateOf = async (id: string) =>
  (await getDatabase().select().from(messages).where(eq(messages.id, id)))[0];

it('goes out once over SMTP, with its link, and says why when the server refuses it', async () => {
  const { sendMessage } = await import('../send');
  const sent = await mail();
  await sendMessage(sent);
  await sendMessage(sent);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`<${sent}@guildhall>`);
  expect(await stateOf(sent)).toMatchObject({ state: 'sent', tries: 1 });

  refuse = true;
  const failing = await mail();
  await expect(sendMessage(failing)).rejects.toThrow();
  expect(await stateOf(failing)).toMatchObject({
    state: 'failed',
    lastError: expect.stringContaining('mailbox full'),
  });
  refuse = false;
  await sendMessage(failing);
  expect(await stateOf(failing)).toMatchObject({ state: 'sent', tries: 2, lastError: null });
});

it('is in doubt, and never goes out again by itself, when the server has the text and does not answer', async () => {
  const { sendMessage } = await import('../send');
  const id = await mail();
  mute = true;
  await sendMessage(id);
  mute = false;
  expect(received).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ state: 'unknown', tries: 1, sentAt: null });
  await sendMessage(id);
  expect(received).toHaveLength(1);

  const staff = await createOperator('admin');
  expect(await countMessages(staff, 'unknown')).toBeGreaterThan(0);
  await resendMessage(staff, id);
  await sendMessage(id);
  expect(received).toHaveLength(2);
  expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 2, lastError: null });
});

it('is in doubt when the sender ended between handing it over and noting the answer', async () => {
  const { sendMessage } = await import('../send');
  const id = await mail();
  await getDatabase().update(messages).set({ handedOverAt: new Date() }).where(eq(messages.id, id));
  await sendMessage(id);
  expect(received).toHaveLength(0);
  expect(await stateOf(id)).toMatchObject({ state: 'unknown' });
});

it('is not handed over by a second sender, not even its last line', async () => {
  const { sendMessage } = await import('../send');
  const id = await mail();
  await Promise.allSettled([sendMessage(id), sendMessage(id), sendMessage(id)]);
  await expect.poll(async () => (await stateOf(id))?.state).toBe('sent');
  expect(received).toHaveLength(1);
});

it('keeps nothing of a mail whose hand-over could not be recorded', async () => {
  const { sendMail } = await import('./mail');
  const row = await stateOf(await mail());
  const away = async () => {
    throw new Error('the database is away');
  };
  await expect(sendMail(row as MessageRow, away)).rejects.toThrow('the database is away');
  await new Promise((later) => setTimeout(later, 100));
  expect(received).toHaveLength(0);
});
