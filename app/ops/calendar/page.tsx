import { CalendarDayForm } from '@/components/calendar/calendar-day-form';
import { YearCalendar } from '@/components/calendar/year-calendar';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { Words } from '@/components/ui/words';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { calendarFilters, listCalendarDays } from '@/lib/records/calendar/queries';
import { readClock } from '@/lib/records/clock/queries';
import { dayOf } from '@/lib/time/working-days';
import { yearView } from '@/lib/time/year-view';
import { changeDay } from './actions';

export default async function CalendarPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('calendar.read');
  const [t, locale, values, { now }] = await Promise.all([
    getT('calendar'),
    currentLocale(),
    listParams(searchParams),
    readClock(actor),
  ]);
  const today = dayOf(now, 'Asia/Shanghai');
  const year = calendarFilters.parse(values).year ?? Number(today.slice(0, 4));
  const special = await listCalendarDays(actor, { year });
  const names = new Map(special.map(({ day, name }) => [day, name]));
  const word = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const months = yearView(year, new Map(special.map(({ day, kind }) => [day, kind]))).map(
    (month, index) => ({
      name: word({ month: 'long' }).format(Date.UTC(year, index, 1)),
      lead: month.lead,
      days: month.days.map((day) => ({
        ...day,
        today: day.day === today,
        ...(names.has(day.day) ? { name: names.get(day.day) } : {}),
      })),
    }),
  );
  // 2024-01-01 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, i) =>
    word({ weekday: locale === 'en' ? 'short' : 'narrow' }).format(Date.UTC(2024, 0, 1 + i)),
  );
  return (
    <DetailPage
      title={t('title', { year })}
      description={t('description')}
      actions={
        <>
          <ExportLinks href={exportHref('ops-calendar', { year: String(year) })} />
          <ButtonLink href={`/ops/calendar?year=${year - 1}`}>{year - 1}</ButtonLink>
          <ButtonLink href={`/ops/calendar?year=${year + 1}`}>{year + 1}</ButtonLink>
        </>
      }
      side={
        <>
          {can(actor, 'calendar.change') && (
            <Section title={t('form.title')}>
              <Words namespaces={['ui', 'calendar']}>
                <CalendarDayForm action={changeDay} day={`${year}-${today.slice(5)}`} />
              </Words>
            </Section>
          )}
          <Section title={t('list.title')} flush>
            <DataTable
              caption={t('list.title')}
              columns={[
                { key: 'day', header: t('field.day') },
                { key: 'kind', header: t('field.kind'), kind: 'badge' },
              ]}
              rows={special.map(({ day, kind, name }) => ({
                id: day,
                cells: {
                  day: { text: day, sub: name },
                  kind: {
                    text: t(`kind.${kind}`),
                    tone: kind === 'holiday' ? ('danger' as const) : ('success' as const),
                  },
                },
              }))}
              empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
            />
          </Section>
        </>
      }
    >
      <YearCalendar months={months} weekdays={weekdays} />
    </DetailPage>
  );
}
