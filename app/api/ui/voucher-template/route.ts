import { PassThrough, Readable } from 'node:stream';
import { can } from '@/lib/auth/permissions';
import { actorFor } from '@/lib/auth/session';
import { csvPieces } from '@/lib/exports/csv';
import { exportReader } from '@/lib/exports/reader';
import { writeXlsx } from '@/lib/exports/xlsx';
import { contentDisposition } from '@/lib/files/disposition';
import { currentLocale } from '@/lib/i18n/server';

const COLUMNS = [
  { header: 'voucher.template.accountId', kind: 'text', width: 34 },
  { header: 'voucher.template.email', kind: 'text', width: 34 },
] as const;

async function* nothing() {}

/** Audience: members who issue vouchers. The empty list of customers, to be filled in: `?format=xlsx` or `csv`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFor('merchant');
  if (!actor || !can(actor, 'voucher.manage')) {
    return Response.json({ ok: false, code: 'notFound' }, { status: 404 });
  }
  const excel = new URL(request.url).searchParams.get('format') !== 'csv';
  const reader = exportReader(await currentLocale());
  const title = reader.word('voucher.template.name');
  const out = new PassThrough();
  const body = excel ? out : Readable.from(csvPieces(COLUMNS, nothing(), reader));
  if (excel) {
    writeXlsx(out, title, COLUMNS, nothing(), reader).catch((error) => out.destroy(error));
  }
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': excel
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition('attachment', `${title}.${excel ? 'xlsx' : 'csv'}`),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
