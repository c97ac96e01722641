import { can } from '@/lib/auth/permissions';
import { fromOurPages } from '@/lib/auth/same-site';
import { actorFor } from '@/lib/auth/session';
import { DomainError } from '@/lib/errors';
import { BYTE_ORDER_MARK, csvText } from '@/lib/exports/csv';
import { contentDisposition } from '@/lib/files/disposition';
import { getT } from '@/lib/i18n/server';
import { readCodes } from '@/lib/workflows/voucher/commands';

const refuse = (status: number, code: string) => Response.json({ ok: false, code }, { status });

/** Audience: members who issue vouchers. A making of activation codes as CSV, once: from then on only hashes are left. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ setId: string }> },
): Promise<Response> {
  const actor = await actorFor('merchant');
  if (!actor || !can(actor, 'voucher.manage')) return refuse(404, 'notFound');
  if (!fromOurPages(request)) return refuse(403, 'forbidden');
  const t = await getT('voucher');
  try {
    const { name, codes, voucherId } = await readCodes(actor, (await params).setId);
    const lines = [t('page.code'), ...codes].map((line) => `${csvText(line)}\r\n`);
    return new Response(BYTE_ORDER_MARK + lines.join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': contentDisposition(
          'attachment',
          `${t('page.codesTitle')}-${name}-${voucherId}.csv`,
        ),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(error.code === 'refused' ? 410 : 404, error.code);
  }
}
