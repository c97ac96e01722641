import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import type { Tone } from '@/components/ui/tone';
import { getFormat, getT } from '@/lib/i18n/server';
import type { AppealDetail } from '@/lib/workflows/appeal/queries';
import { DocumentFacts } from './document-facts';

const TONE: Record<string, Tone> = {
  open: 'warning',
  answered: 'success',
  lapsed: 'danger',
  recalled: 'neutral',
};

/** What the arbiter asked the sides for, and what they answered; the latest first. */
export async function Requests({ detail }: { detail: AppealDetail }) {
  const [t, format] = await Promise.all([getT('appeal'), getFormat()]);
  if (detail.requests.length === 0) return null;
  return (
    <Section title={t('detail.requests')}>
      {[...detail.requests].reverse().map((request) => {
        const outcome = request.outcome ?? 'open';
        const documents = detail.documents.filter(({ requestId }) => requestId === request.id);
        return (
          <article
            key={request.id}
            className="border-b border-separator py-4 first:pt-0 last:border-0 last:pb-0"
          >
            <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="font-medium">
                {t('detail.asked', {
                  at: format.dateTime(request.askedAt),
                  side: t(`side.${request.side}`),
                })}
              </h3>
              <Badge tone={TONE[outcome] ?? 'neutral'}>{t(`request.${outcome}`)}</Badge>
              <span className="num text-[13px] text-muted">
                {request.closedAt
                  ? t(request.outcome === 'answered' ? 'detail.answered' : 'detail.closed', {
                      at: format.dateTime(request.closedAt),
                    })
                  : t('detail.answerBy', { at: format.dateTime(request.answerBy) })}
              </span>
            </header>
            <p className="mt-2 break-words whitespace-pre-line">{request.text}</p>
            {request.answer && (
              <div className="mt-3 border-l-2 border-separator pl-4">
                <p className="text-[13px] text-muted">{t(`side.${request.side}`)}</p>
                <p className="break-words whitespace-pre-line">{request.answer}</p>
                {documents.length > 0 && (
                  <div className="mt-3">
                    <DocumentFacts documents={documents} />
                  </div>
                )}
              </div>
            )}
          </article>
        );
      })}
    </Section>
  );
}
