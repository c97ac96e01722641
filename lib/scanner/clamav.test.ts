import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { clamavScanner } from './clamav';
import { ScannerDown } from './port';

let server: Server | undefined;
afterEach(() => server?.close());

/** A daemon that understands INSTREAM and judges the whole stream. */
async function daemon(
  judge: (content: Buffer, socket: Socket) => string | undefined,
): Promise<number> {
  const listening = createServer((socket) => {
    let got = Buffer.alloc(0);
    let greeted = false;
    const content: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      if (!greeted) {
        if (got.length < 10) return;
        if (got.toString('latin1', 0, 10) !== 'zINSTREAM\0') return socket.end('UNKNOWN COMMAND\0');
        greeted = true;
        got = got.subarray(10);
      }
      while (got.length >= 4) {
        const length = got.readUInt32BE(0);
        if (length > 0 && got.length < 4 + length) return;
        content.push(got.subarray(4, 4 + length));
        got = got.subarray(4 + length);
        const answer =
          length === 0 || content.length > 30 ? judge(Buffer.concat(content), socket) : undefined;
        if (answer !== undefined) return socket.end(`${answer}\0`);
      }
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const scan = async (port: number, content: Buffer, timeoutMs = 2000) => {
  const pieces = Array.from({ length: Math.ceil(content.length / 1000) }, (_, i) =>
    content.subarray(i * 1000, (i + 1) * 1000),
  );
  return clamavScanner({ host: '127.0.0.1', port, timeoutMs }).scan(Readable.from(pieces));
};

test('the daemon gets every byte, and its verdict is read', async () => {
  const port = await daemon((content) =>
    content.includes('EICAR')
      ? 'stream: Eicar-Test-Signature FOUND'
      : content.length === 20_000
        ? 'stream: OK'
        : 'stream: cut ERROR',
  );
  expect(await scan(port, Buffer.alloc(20_000))).toEqual({ verdict: 'clean' });
  const bad = Buffer.alloc(20_000);
  bad.write('EICAR', 15_000);
  expect(await scan(port, bad)).toEqual({ verdict: 'infected', threat: 'Eicar-Test-Signature' });
});

test('a daemon that refuses the size, or does not answer, or is not there, gives no verdict', async () => {
  const tooLarge = await daemon(() => 'INSTREAM size limit exceeded. ERROR');
  await expect(scan(tooLarge, Buffer.alloc(60_000))).rejects.toThrow('size limit exceeded');
  server?.close();
  const silent = await daemon(() => undefined);
  await expect(scan(silent, Buffer.alloc(10), 100)).rejects.toBeInstanceOf(ScannerDown);
  server?.close();
  await new Promise((resolve) => server?.once('close', resolve) ?? resolve(undefined));
  await expect(scan(silent, Buffer.alloc(10))).rejects.toBeInstanceOf(ScannerDown);
});
