import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { StateBadge } from '@/components/workflow/state-badge';
import type { StandingState } from '@/db/schema/standing';
import type { Format } from '@/lib/i18n/server';

/** Where a merchant stands: list, end, points, reason, and what it means. */
export function StandingFacts({
  standing,
  format,
}: {
  standing: {
    state: StandingState;
    until: Date | null;
    since: Date | null;
    reason: string | null;
    points: number;
    months: number;
    limit: number;
  };
  format: Format;
}) {
  const t = useTranslations('standing');
  const { state, until, since, reason, points, months, limit } = standing;
  return (
    <>
      <DescriptionList
        columns={3}
        items={[
          { label: t('field.state'), value: <StateBadge noun="standing" state={state} /> },
          ...(state === 'good' ? [] : [{ label: t('field.since'), value: format.dateTime(since) }]),
          ...(until ? [{ label: t('field.untilAt'), value: format.dateTime(until) }] : []),
          {
            label: t('page.points'),
            value: (
              <span className={points >= limit ? 'font-semibold text-danger' : undefined}>
                {points} / {limit}
              </span>
            ),
          },
          { label: t('page.means'), value: t(`means.${state}`), wide: true },
          ...(reason ? [{ label: t('field.reason'), value: reason, wide: true }] : []),
        ]}
      />
      <p className="mt-3 text-[13px] text-muted">{t('page.pointsHint', { months, limit })}</p>
    </>
  );
}
