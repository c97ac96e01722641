import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { actorFor, requestOrigin } from '@/lib/auth/session';
import { DomainError } from '@/lib/errors';
import { writeBundle } from '@/lib/evidence-bundle/write';
import { contentDisposition } from '@/lib/files/disposition';
import { currentLocale } from '@/lib/i18n/server';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

const refuse = (status: number, code: string) =>
  Response.json({ ok: false, code }, { status, headers: { 'cache-control': 'no-store' } });

/** Other sites may not export in a signed-in person's name: it leaves a record. */
function fromOurPages(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

/**
 * Audience: both parties of an order and arbiters, under the hat that `portal` of the form names. Answers the
 * order's evidence as one ZIP file; for others there is nothing. It is written to the disk first, so that what goes
 * wrong is told before the first byte leaves.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  if (!fromOurPages(request)) return refuse(403, 'forbidden');
  const portal = new URL(request.url).searchParams.get('portal');
  if (portal !== 'buyer' && portal !== 'merchant' && portal !== 'ops')
    return refuse(400, 'invalid');
  const actor = await actorFor(portal);
  if (!actor) return refuse(404, 'notFound');
  const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  const forget = () => void rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'bundle.zip');
    const { orderId } = await params;
    const { name } = await writeBundle(actor, orderId, { path, locale: await currentLocale() });
    const { size } = await stat(path);
    const body = createReadStream(path).once('close', forget);
    return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(size),
        'content-disposition': contentDisposition('attachment', name),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    forget();
    if (error instanceof DomainError) return refuse(404, 'notFound');
    const { requestId } = await requestOrigin();
    log('evidence').error({ err: error, requestId }, 'bundle failed');
    return refuse(500, 'failed');
  }
}
