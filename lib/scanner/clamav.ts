import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Scanner, ScannerDown, type ScanResult } from './port';

export interface ClamavOptions {
  host: string;
  port: number;
  /** Longest silence in milliseconds. */
  timeoutMs?: number;
}

/** ClamAV's daemon over TCP: `INSTREAM`, then the bytes in sized pieces, then one line of verdict. */
export function clamavScanner({ host, port, timeoutMs = 60_000 }: ClamavOptions): Scanner {
  return {
    async scan(body) {
      const socket = connect({ host, port });
      socket.setTimeout(timeoutMs, () => socket.destroy(new Error('timeout')));
      const answer = readAnswer(socket);
      // Waited for below; until then its failure must not count as unhandled.
      answer.catch(() => {});
      try {
        await send(socket, body).catch((error: NodeJS.ErrnoException) => {
          // The daemon may hang up in the middle because it has seen enough: its line says why.
          if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
        });
        return readVerdict(await answer);
      } catch (error) {
        if (error instanceof ScannerDown) throw error;
        throw new ScannerDown(error instanceof Error ? error.message : String(error));
      } finally {
        body.destroy();
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, body: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of body) {
    const bytes = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    await write(socket, Buffer.concat([length, bytes]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer) =>
  new Promise<void>((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

async function readAnswer(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of socket) {
    pieces.push(piece as Buffer);
    if ((piece as Buffer).includes(0)) break;
  }
  return Buffer.concat(pieces).toString('utf8').replace(/\0.*$/s, '').trim();
}

/** `stream: OK`, `stream: <threat> FOUND`, or a complaint such as `INSTREAM size limit exceeded. ERROR`. */
function readVerdict(line: string): ScanResult {
  if (line === 'stream: OK') return { verdict: 'clean' };
  const threat = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (threat) return { verdict: 'infected', threat };
  throw new ScannerDown(line || 'no answer');
}
