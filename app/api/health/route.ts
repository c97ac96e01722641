import { health } from '@/lib/health';

export const dynamic = 'force-dynamic';

/**
 * Public. `GET /api/health`: 200 when this process can serve pages, 503 when it cannot, with what it found.
 * `GET /api/health?live` only says that the process answers.
 */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.has('live')) return Response.json({ status: 'ok' });
  const found = await health();
  return Response.json(found, {
    status: found.status === 'down' ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
}
