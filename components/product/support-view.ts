import type { ServiceHours } from '@/db/schema/support-group';
import type { Locale } from '@/lib/i18n/locales';
import { runsOf } from '@/lib/records/support-group/hours';
import type { SupportGroup } from '@/lib/records/support-group/queries';
import type { SupportView } from './product-view';

/** Service hours in words: `周一–周五 09:00–18:00`. */
export function hoursText(stretches: readonly ServiceHours[], locale: Locale): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 2024-01-01 was a Monday.
  const name = (day: number) => weekday.format(Date.UTC(2024, 0, day));
  return stretches
    .map(
      ({ days, from, to }) =>
        `${runsOf(days)
          .map(([first, last]) => (first === last ? name(first) : `${name(first)}–${name(last)}`))
          .join(' ')} ${from}–${to}`,
    )
    .join('; ');
}

/** After-sales groups as a product page shows them. */
export const supportView = (groups: readonly SupportGroup[], locale: Locale): SupportView[] =>
  groups.map((group) => ({
    content: group.content,
    hours: hoursText(group.hours, locale),
    phone: group.phone,
    mailbox: group.email,
  }));
