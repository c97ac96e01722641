import { Badge } from '@/components/ui/badge';
import { FileList } from '@/components/ui/file-list';
import type { Tone } from '@/components/ui/tone';
import { DOCUMENT_KINDS } from '@/db/schema/supervision';
import { getFormat, getT } from '@/lib/i18n/server';
import type { SupervisionRound } from '@/lib/workflows/supervision/queries';

const TONE: Record<NonNullable<SupervisionRound['round']['outcome']>, Tone> = {
  confirmed: 'success',
  accepted: 'success',
  rejected: 'danger',
  refused: 'danger',
};

/** One requirement or delivery as it was handed in: words, files by kind, and what was decided on it. */
export async function RoundCard({ entry }: { entry: SupervisionRound }) {
  const [t, format] = await Promise.all([getT('supervision'), getFormat()]);
  const { round, documents } = entry;
  const outcome = round.outcome ?? 'open';
  const kinds = DOCUMENT_KINDS.filter((kind) => documents.some((file) => file.kind === kind));
  return (
    <article className="border-b border-separator py-4 first:pt-0 last:border-0 last:pb-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{t(`round.${round.kind}`, { round: round.round })}</h3>
        <Badge tone={round.outcome ? TONE[round.outcome] : 'info'}>
          {t(`outcome.${round.kind}.${outcome}`)}
        </Badge>
        <span className="num text-[13px] text-muted">{format.dateTime(round.submittedAt)}</span>
      </header>
      {round.text && <p className="mt-2 break-words whitespace-pre-line">{round.text}</p>}
      <dl className="mt-3 grid gap-3">
        {round.kind === 'delivery' && (
          <Fact label={t('field.enabledAt')}>
            {round.enabledAt ? format.dateTime(round.enabledAt) : t('detail.notFilledIn')}
          </Fact>
        )}
        {kinds.map((kind) => (
          <Fact key={kind} label={t(`document.${kind}`)}>
            <FileList
              files={documents
                .filter((file) => file.kind === kind)
                .map((file) => ({
                  id: file.fileId,
                  name: file.name,
                  size: file.size,
                  type: file.type,
                }))}
            />
          </Fact>
        ))}
        {round.reReviewedAt && (
          <Fact label={t('detail.reReview')}>
            <span className="num">{format.dateTime(round.reReviewedAt)}</span>
            {round.reReviewNote && <p className="whitespace-pre-line">{round.reReviewNote}</p>}
            {(round.reReviewChecks ?? []).map((key) => (
              <p key={key} className="text-[13px]">
                ✓ {t(`check.${key}`)}
              </p>
            ))}
          </Fact>
        )}
        {round.reason && (
          <Fact label={t('detail.reason')}>
            <p className="break-words whitespace-pre-line text-danger-soft-foreground">
              {round.reason}
            </p>
          </Fact>
        )}
      </dl>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-4">
      <dt className="text-[13px] leading-[22px] text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
