import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { front, type HotRoute } from './front';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server whose pages answer with the headers that they were given. */
async function serve(hot: HotRoute[] = []) {
  const pages = createServer(
    front(hot, (request, response) => void response.end(JSON.stringify(request.headers))),
  );
  servers.push(pages);
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
}

test('what only a proxy may say is not believed from a client', async () => {
  const url = await serve();
  const answer = await fetch(url, {
    headers: {
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-proto': 'https',
      'x-request-id': 'mine-mine-mine',
    },
  });
  const seen = await answer.json();
  expect(seen).not.toHaveProperty('x-forwarded-for');
  expect(seen).not.toHaveProperty('x-forwarded-proto');
  expect(seen['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('x-request-id')).toBe(seen['x-request-id']);
});

test('a hot route answers before the pages; when it fails the client is told and the rest goes on', async () => {
  const hot: HotRoute = {
    matches: (method, path) => method === 'POST' && path === '/hot',
    answer: async (request, response) => {
      if (request.url?.includes('fail')) throw new Error('no');
      response.end('hot');
    },
  };
  const url = await serve([hot]);
  const post = (path: string) => fetch(url + path, { method: 'POST' });
  expect(await (await post('/hot')).text()).toBe('hot');
  expect((await post('/hot?fail')).status).toBe(500);
  expect((await post('/other')).status).toBe(200);
});
