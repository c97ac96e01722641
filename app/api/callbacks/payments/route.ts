import { log } from '@/lib/log';
import { providerOf } from '@/lib/payments/providers';
import { applyReport } from '@/lib/workflows/top-up/report';

/** Bytes; a report is a few hundred. */
const MOST = 16 * 1024;

const answer = (status: number, code: string) => Response.json({ code }, { status });

/**
 * What payment providers report. Its audience is whoever holds the provider's key: a call without a valid signature
 * is refused before anything is read from it. The same report twice is answered alike and counted once.
 */
export async function POST(request: Request): Promise<Response> {
  const provider = providerOf(new URL(request.url).searchParams.get('provider'));
  if (!provider) return answer(404, 'unknownProvider');
  if (Number(request.headers.get('content-length') ?? 0) > MOST) return answer(413, 'tooLarge');
  const body = await request.text();
  if (body.length > MOST) return answer(413, 'tooLarge');
  const report = provider.verify(request.headers, body);
  if (!report) return answer(401, 'badSignature');
  const applied = await applyReport(report);
  if (applied === 'applied' || applied === 'known') return answer(200, applied);
  log('payments').error(
    { report: { ...report, amount: String(report.amount) }, applied },
    'report not applied',
  );
  return answer(applied === 'unknown' ? 404 : 409, applied);
}
