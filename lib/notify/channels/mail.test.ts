import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { messages } from '@/db/schema';
import { newId } from '@/lib/ids';

const received: string[] = [];
let refuse = false;
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
      done();
    });
  },
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
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
