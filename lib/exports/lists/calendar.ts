import {
  type CalendarDay,
  type CalendarFilters,
  calendarFilters,
  listCalendarDays,
} from '@/lib/records/calendar/queries';
import { defineExport } from '../define';

/** Holidays and worked weekends of one year or of all; they are few enough for one batch. */
export const calendarExport = defineExport<CalendarDay, CalendarFilters>({
  portal: 'ops',
  permission: 'calendar.read',
  title: 'calendar.list.title',
  filters: calendarFilters,
  columns: [
    { header: 'calendar.field.day', kind: 'text', value: ({ day }) => day },
    { header: 'calendar.field.kind', kind: 'word', value: ({ kind }) => `calendar.kind.${kind}` },
    { header: 'calendar.field.name', kind: 'text', value: ({ name }) => name, width: 30 },
  ],
  batch: async (actor, filters, after) => (after ? [] : listCalendarDays(actor, filters)),
  cursor: ({ day }) => day,
});
