import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  mailUrl: string;
  textUrl: string;
  /** Mails that arrived whole, by Message-ID: the receiver of each, as often as it came. */
  mails: Map<string, string[]>;
  /** Text messages by their idempotency key: the number of each, once however often it came, as providers do. */
  texts: Map<string, string>;
  close: () => Promise<void>;
}

/** A mail server and a text message provider that remember all they got. They never end in a crash run. */
export async function openPostOffice(slowMs: number): Promise<PostOffice> {
  const mails = new Map<string, string[]>();
  const texts = new Map<string, string>();
  const mailServer = serveMail(mails, slowMs);
  mailServer.listen(0, '127.0.0.1');
  await once(mailServer.server, 'listening');
  const textServer = serveTexts(texts);
  textServer.listen(0, '127.0.0.1');
  await once(textServer, 'listening');
  const port = (server: { address: () => unknown }) => (server.address() as AddressInfo).port;
  return {
    mailUrl: `smtp://127.0.0.1:${port(mailServer.server)}`,
    textUrl: `http://127.0.0.1:${port(textServer)}/`,
    mails,
    texts,
    close: async () => {
      textServer.closeAllConnections();
      textServer.close();
      await new Promise<void>((done) => mailServer.close(() => done()));
    },
  };
}

function serveMail(mails: PostOffice['mails'], slowMs: number): SMTPServer {
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
        mails.set(id, [...(mails.get(id) ?? []), to]);
        setTimeout(done, slowMs);
      });
    },
  });
  server.on('error', () => {});
  return server;
}

const serveTexts = (texts: PostOffice['texts']): Server =>
  createServer(async (request, response) => {
    try {
      const { to } = (await json(request)) as { to: string };
      texts.set(String(request.headers['idempotency-key']), to);
      response.end('{}');
    } catch {
      response.destroy();
    }
  });
