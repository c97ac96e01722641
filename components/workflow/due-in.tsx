import { useLocale, useTranslations } from 'next-intl';
import { dueParts, formatDateTime } from '@/lib/i18n/format';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/** How long is left, or since when it is overdue; the exact moment beside it. */
export function DueIn({ due, now, exact = true }: { due: Date; now: Date; exact?: boolean }) {
  const t = useTranslations('ui.due');
  const locale = useLocale();
  const { overdue, unit, count } = dueParts(due, now);
  const soon = !overdue && unit !== 'days';
  const moment = formatDateTime(due, isLocale(locale) ? locale : DEFAULT_LOCALE);
  return (
    <time
      dateTime={due.toISOString()}
      title={moment}
      className={`due num ${overdue ? 'due--over' : soon ? 'due--soon' : ''}`}
    >
      {t(`${overdue ? 'over' : 'left'}.${unit}`, { count })}
      {exact && <span className="due__exact">{moment}</span>}
    </time>
  );
}
