import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  url: string;
  /** Mails that arrived whole, by Message-ID: the receiver of each, as often as it came. */
  received: Map<string, string[]>;
  close: () => Promise<void>;
}

/** A mail server that takes a moment for every mail and remembers all. It never ends in a crash run. */
export async function openPostOffice(slowMs: number): Promise<PostOffice> {
  const received = new Map<string, string[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString();
      });
      stream.on('end', () => {
        const id = /^message-id:\s*<([^@>]+)@/im.exec(text)?.[1] ?? 'without id';
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
        received.set(id, [...(received.get(id) ?? []), to]);
        setTimeout(done, slowMs);
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
