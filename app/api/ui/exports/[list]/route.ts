import { PassThrough, Readable } from 'node:stream';
import { can } from '@/lib/auth/permissions';
import { actorFor } from '@/lib/auth/session';
import { csvPieces } from '@/lib/exports/csv';
import { exportReader } from '@/lib/exports/reader';
import { recordExport } from '@/lib/exports/record';
import { EXPORTS } from '@/lib/exports/registry';
import { writeXlsx } from '@/lib/exports/xlsx';
import { currentLocale } from '@/lib/i18n/server';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof TYPES;

const refuse = (status: number, code: string) => Response.json({ ok: false, code }, { status });

/**
 * A list with its filters as a file, streamed: rows are read in keyset batches as whoever asks, under both fences.
 * Answers 404 for lists that are not theirs, so that they look like lists that do not exist.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ list: string }> },
): Promise<Response> {
  const { list } = await params;
  const spec = Object.hasOwn(EXPORTS, list) ? EXPORTS[list] : undefined;
  const actor = spec && (await actorFor(spec.portal));
  if (!spec || !actor || !can(actor, spec.permission)) return refuse(404, 'notFound');
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { format = 'csv', after: _page, ...filters } = query;
  if (!Object.hasOwn(TYPES, format)) return refuse(400, 'invalid');

  const parsed = spec.parse(filters);
  await recordExport(actor, { name: list, spec }, { format, filters });
  const reader = exportReader(await currentLocale());
  const title = reader.word(spec.title);
  const batches = spec.rows(actor, parsed);
  return new Response(body(format as Format, title, spec.columns, batches, reader), {
    headers: {
      'content-type': TYPES[format as Format],
      'content-disposition': disposition(`${title}-${reader.date(new Date())}.${format}`, list),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function body(
  format: Format,
  title: string,
  columns: Parameters<typeof csvPieces>[0],
  batches: Parameters<typeof csvPieces>[1],
  reader: ReturnType<typeof exportReader>,
): ReadableStream<Uint8Array> {
  if (format === 'csv') {
    return Readable.toWeb(
      Readable.from(encoded(csvPieces(columns, batches, reader)), { objectMode: false }),
    ) as ReadableStream<Uint8Array>;
  }
  const out = new PassThrough();
  writeXlsx(out, title, columns, batches, reader).catch((error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function* encoded(pieces: AsyncIterable<string>) {
  for await (const piece of pieces) yield Buffer.from(piece);
}

/** RFC 6266: a plain name for old clients, the real one encoded. */
function disposition(name: string, fallback: string): string {
  const plain = `${fallback}.${name.slice(name.lastIndexOf('.') + 1)}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
