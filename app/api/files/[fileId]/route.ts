import { Readable } from 'node:stream';
import { type Actor, VISITOR } from '@/lib/auth/actor';
import { currentIdentity } from '@/lib/auth/session';
import { contentDisposition, readRange } from '@/lib/files/disposition';
import { type Download, findDownload } from '@/lib/files/queries';
import type { VariantName } from '@/lib/files/rule';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ fileId: string }> };

/**
 * Audience: whoever may read the file, under any of their hats; everybody else sees that there is nothing. The
 * original is always a download; `?variant=display` and `?variant=thumb` are pictures made anew, shown in place.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { fileId } = await params;
  const variant = new URL(request.url).searchParams.get('variant');
  if (variant !== null && !isVariant(variant)) return nothing();
  const found = await findDownload(await readers(), fileId, variant ?? undefined);
  return found ? send(request, found) : nothing();
}

const isVariant = (name: string): name is VariantName => name === 'display' || name === 'thumb';

const nothing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** The hats of the reader, most common first. */
async function readers(): Promise<Actor[]> {
  const identity = await currentIdentity();
  if (!identity) return [VISITOR];
  const { account, memberships, operator } = identity;
  return [
    { kind: 'buyer', accountId: account.id },
    ...memberships,
    ...(operator ? [operator] : []),
  ];
}

async function send(request: Request, file: Download): Promise<Response> {
  const headers = new Headers({
    'content-type': file.type,
    'content-disposition': contentDisposition(file.safe ? 'inline' : 'attachment', file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // Asked for anew each time: the right to read may have ended since.
    'cache-control': 'private, no-cache, no-transform',
    'accept-ranges': 'bytes',
    etag: file.etag,
  });
  if (request.headers.get('if-none-match')?.includes(file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const condition = request.headers.get('if-range');
  const asked = condition && condition !== file.etag ? null : request.headers.get('range');
  const range = readRange(asked, file.size);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${file.size}`);
  const body = Readable.toWeb(await file.open(range)) as ReadableStream<Uint8Array>;
  return new Response(body, { status: range ? 206 : 200, headers });
}
