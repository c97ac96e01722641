import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { env } from '../env';
import { log } from '../log';
import { countRequest } from '../metrics';

/** A path that is answered before the pages' router sees it, because it is called too often to pay for that. */
export type HotRoute = {
  matches: (method: string, path: string) => boolean;
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
];
const REQUEST_ID = /^[\w-]{8,64}$/;
const QUIET = /^\/(_next\/static\/|api\/health)/;

/** Takes away what only a trusted proxy may say, and gives the request its id. */
function receive(request: IncomingMessage, response: ServerResponse, trustProxy: boolean): string {
  const { headers } = request;
  if (!trustProxy) for (const name of FORWARDED) delete headers[name];
  const given = String(headers['x-request-id'] ?? '');
  const id = trustProxy && REQUEST_ID.test(given) ? given : randomUUID();
  headers['x-request-id'] = id;
  // The page that was asked for, so that signing in can lead back to it.
  headers['x-guildhall-path'] = pagePath(request.url ?? '/');
  response.setHeader('x-request-id', id);
  return id;
}

function pagePath(url: string): string {
  return url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/**
 * The front of a web process: request ids, one log line and one count per request, hot routes, then the pages.
 * Headers that a client could forge (X-Forwarded-*) are dropped unless TRUST_PROXY is on.
 */
export function front(hot: HotRoute[], pages: RequestListener): RequestListener {
  const { TRUST_PROXY } = env();
  const logger = log('web');
  return (request, response) => {
    const since = performance.now();
    const id = receive(request, response, TRUST_PROXY);
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    response.once('close', () => {
      const ms = performance.now() - since;
      countRequest(method, response.statusCode, ms / 1000);
      const level = QUIET.test(path) ? 'debug' : 'info';
      logger[level](
        { requestId: id, method, path, status: response.statusCode, ms: Math.round(ms) },
        'request',
      );
    });
    const route = hot.find((one) => one.matches(method, path));
    if (!route) return pages(request, response);
    route.answer(request, response).catch((error) => {
      logger.error({ err: error, requestId: id, path }, 'hot route failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
