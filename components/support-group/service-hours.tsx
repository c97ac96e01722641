import { useTranslations } from 'next-intl';
import type { ServiceHours } from '@/db/schema/support-group';
import { runsOf } from '@/lib/records/support-group/hours';

/** Service hours to read: `Mon–Fri 09:00–18:00`. */
export function ServiceHoursText({ hours }: { hours: readonly ServiceHours[] }) {
  const t = useTranslations('supportGroup');
  return (
    <>
      {hours.map(({ days, from, to }) => {
        const runs = runsOf(days).map(([first, last]) =>
          first === last ? t(`day.${first}`) : `${t(`day.${first}`)}–${t(`day.${last}`)}`,
        );
        return (
          <span key={`${days.join()} ${from}`} className="num block">
            {runs.join(t('and'))} {from}–{to}
          </span>
        );
      })}
    </>
  );
}
