import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderStorage } from './folder';
import { NotStored, type Storage, type StoredKey } from './port';
import { s3Storage } from './s3';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-storage-'));
let server: Server;
let s3: Storage;

/** As much of S3's interface as the port needs, kept in memory. */
function fakeS3(): Server {
  const kept = new Map<string, Buffer>();
  return createServer(async (request, response) => {
    const key = (request.url ?? '').split('?')[0] ?? '';
    const found = kept.get(key);
    const { searchParams } = new URL(request.url ?? '', 'http://store');
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) response.statusCode = 403;
    else if (request.headers['if-none-match']) response.statusCode = 501;
    else if (searchParams.has('list-type')) {
      // One key a page, so that a list has several.
      const keys = [...kept.keys()].sort();
      const at = Number(searchParams.get('continuation-token') ?? 0);
      const [name = ''] = keys.slice(at);
      const next =
        at + 1 < keys.length ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : '';
      const content = `<Contents><Key>${name.replace('/guildhall/', '')}</Key><LastModified>2026-11-22T01:00:00.000Z</LastModified></Contents>`;
      response.setHeader('content-type', 'application/xml');
      response.end(`<ListBucketResult>${name && content}${next}</ListBucketResult>`);
      return;
    } else if (request.method === 'PUT') {
      const body = await buffer(request).catch(() => undefined);
      if (body) kept.set(key, body);
    } else if (request.method === 'DELETE') {
      kept.delete(key);
      response.statusCode = 204;
    } else if (!found) response.statusCode = 404;
    else {
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      const body = range ? found.subarray(Number(range[1]), Number(range[2]) + 1) : found;
      response.statusCode = range ? 206 : 200;
      response.setHeader('content-length', body.length);
      response.end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    response.end();
  });
}

beforeAll(async () => {
  server = fakeS3();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  s3 = s3Storage({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'guildhall',
    accessKey: 'key',
    secretKey: 'secret',
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const stores: [string, () => Storage][] = [
  ['a folder', () => folderStorage(folder)],
  ['an S3 store', () => s3],
];

const all = async (store: Storage) => {
  const keys: StoredKey[] = [];
  for await (const stored of store.list()) keys.push(stored);
  return keys;
};

describe.for(stores)('%s', ([, open]) => {
  const key = 'originals/ab/abcdef';

  test('gives back what was put, whole or in part, until it is removed', async () => {
    const store = open();
    expect(await store.stat(key)).toBeUndefined();
    await store.put(key, Readable.from([Buffer.from('你好，'), Buffer.from('world')]), 14);
    expect(await store.stat(key)).toEqual({ size: 14 });
    expect(await text(await store.get(key))).toBe('你好，world');
    expect(await text(await store.get(key, { start: 9, end: 11 }))).toBe('wor');
    await store.put(key, Readable.from([Buffer.from('你好，world')]), 14);
    await store.remove(key);
    await store.remove(key);
    expect(await store.stat(key)).toBeUndefined();
    await expect(store.get(key)).rejects.toBeInstanceOf(NotStored);
  });

  test('lists every key with the time of its bytes', async () => {
    const store = open();
    const keys = ['originals/ef/one', 'originals/ef/two', 'variants/01/three'];
    for (const name of keys) await store.put(name, Readable.from([Buffer.from('1')]), 1);
    const listed = await all(store);
    expect(listed.map((one) => one.key).sort()).toEqual(keys);
    for (const { at } of listed) expect(at).toBeInstanceOf(Date);
    for (const name of keys) await store.remove(name);
    expect(await all(store)).toEqual([]);
  });

  test('of a body that breaks off nothing is kept', async () => {
    const store = open();
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('cut');
      })(),
      { objectMode: false },
    );
    await expect(store.put('originals/cd/cut', broken, 8)).rejects.toThrow();
    expect(await store.stat('originals/cd/cut')).toBeUndefined();
  });
});

test('a folder keeps no partial files and no key outside of itself', async () => {
  const store = folderStorage(folder);
  await expect(store.put('a/short', Readable.from([Buffer.from('12')]), 3)).rejects.toThrow();
  await expect(store.stat('../outside')).rejects.toThrow('leaves the folder');
  expect(readdirSync(folder).filter((name) => name.startsWith('.partial'))).toEqual([]);
});
