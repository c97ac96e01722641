import type { Readable } from 'node:stream';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { fromOurPages } from '@/lib/auth/same-site';
import { actorFor, requestOrigin } from '@/lib/auth/session';
import { DomainError } from '@/lib/errors';
import { answerReceived, answerRefusal, type UploadAnswer } from '@/lib/files/answer';
import { drain, type Part, readMultipart } from '@/lib/files/multipart';
import { isPurpose, purposeSpec } from '@/lib/files/purposes';
import { receiveFile } from '@/lib/files/receive';
import { FileRefused } from '@/lib/files/refusal';
import { getT } from '@/lib/i18n/server';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

/** How much is read on after a refusal, so that a browser that is still sending can read the sentence. */
const DRAIN_BYTES = 64 * 1024 * 1024;
const DRAIN_MS = 15_000;
/** Most that the fields and boundaries around a file add to a body. */
const AROUND_BYTES = 16 * 1024;

/**
 * Audience: anybody signed in. Takes one file: `multipart/form-data` with `purpose`, perhaps `portal` (`merchant`
 * when a member uploads for the merchant where a buyer might as well), then `file`. Answers `UploadAnswer`.
 */
export async function POST(request: Request): Promise<Response> {
  const { part, source } = readMultipart(request.headers.get('content-type'), request.body);
  // Settled or not, nobody may be waiting for it when signing in is refused first.
  part.catch(() => {});
  try {
    if (!fromOurPages(request)) throw new DomainError('forbidden');
    await admit();
    const { fields, name, body } = await part;
    const purpose = fields.get('purpose') ?? '';
    const actor = await uploader(purpose, fields, request);
    const atLeast = announced(request) - AROUND_BYTES;
    const summary = await receiveFile(actor, { purpose, name, body, atLeast });
    return Response.json(answerReceived(summary), { status: 201, headers: NO_STORE });
  } catch (error) {
    return refuse(error, source, announced(request));
  }
}

/** Bytes of the whole body, 0 when the sender does not say. */
const announced = (request: Request) => Number(request.headers.get('content-length') ?? 0) || 0;

const NO_STORE = { 'cache-control': 'no-store' };

async function admit(): Promise<void> {
  const person = await actorFor('buyer');
  if (!person) throw new DomainError('signedOut');
  await spend({ 'limit.upload': accountOf(person) });
}

/**
 * The hat under which a purpose is uploaded: the merchant's when a member may and the form (or the page it is on)
 * belongs to the seller centre, else the usual one.
 */
async function uploader(purpose: string, fields: Part['fields'], request: Request): Promise<Actor> {
  if (!isPurpose(purpose)) throw new FileRefused('purposeUnknown');
  const { by } = purposeSpec(purpose);
  const forMerchant =
    by.includes('member') && (by[0] === 'member' || inSellerCentre(fields, request));
  const actor =
    (forMerchant && (await actorFor('merchant'))) ||
    (by.includes('buyer') && (await actorFor('buyer'))) ||
    (by.includes('operator') && (await actorFor('ops')));
  if (!actor) throw new FileRefused('notAllowedHere');
  return actor;
}

function inSellerCentre(fields: Part['fields'], request: Request): boolean {
  const page = request.headers.get('referer') ?? '';
  return (
    fields.get('portal') === 'merchant' ||
    (URL.canParse(page) && new URL(page).pathname.startsWith('/merchant'))
  );
}

async function refuse(error: unknown, source: Readable, bytes: number): Promise<Response> {
  const t = await getT();
  const known = answerRefusal(error, t);
  if (!known) {
    const { requestId } = await requestOrigin();
    log('files').error({ err: error, requestId }, 'upload failed');
  }
  const failed: UploadAnswer = { ok: false, code: 'failed', message: t('form.error.failed') };
  const read = bytes <= DRAIN_BYTES && (await drain(source, DRAIN_BYTES, DRAIN_MS));
  return Response.json(known?.body ?? failed, {
    status: known?.status ?? 500,
    // An endless sender is cut off.
    headers: { ...NO_STORE, ...(read ? {} : { connection: 'close' }) },
  });
}
