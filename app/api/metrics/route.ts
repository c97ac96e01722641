import { timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { metrics } from '@/lib/metrics';

export const dynamic = 'force-dynamic';

function allowed(request: Request): boolean {
  const token = env().METRICS_TOKEN;
  if (token === undefined) return false;
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** For the holder of METRICS_TOKEN: the figures of this process and of the installation, as Prometheus reads them. */
export async function GET(request: Request): Promise<Response> {
  if (!allowed(request)) return new Response(null, { status: 404 });
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  });
}
