import './lib/dotenv.mjs';
import { createServer } from 'node:http';
import next from 'next';
import { closeDatabase } from '../db/client';
import { env } from '../lib/env';
import { log } from '../lib/log';
import { front } from '../lib/web/front';
import { hotRoutes } from '../lib/web/hot-routes';
import { explain } from './lib/explain';
import { tellReady, untilToldToStop } from './lib/serve';

/** `npm run web`: pages and interfaces. Any number may run against one database, behind any balancer. */
try {
  const { NODE_ENV, HOST, PORT } = env();
  const server = createServer();
  const app = next({
    dev: NODE_ENV === 'development',
    hostname: HOST,
    port: PORT,
    httpServer: server,
  });
  await app.prepare();
  server.on('request', front(hotRoutes, app.getRequestHandler()));
  // Longer than a balancer keeps idle connections, so that it never meets a closed one.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  untilToldToStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await closed;
    await app.close();
    await closeDatabase();
  });
  log('web').info({ host: HOST, port: PORT }, 'serving');
  tellReady();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
