'use client';

import { Calendar } from '@heroui/react';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { I18nProvider } from 'react-aria-components';

export type CalendarPanelProps = {
  value: string;
  min?: string;
  max?: string;
  onChoose: (value: string) => void;
};

/** HeroUI's calendar in the page's language; fetched on first use. */
export function CalendarPanel({ value, min, max, onChoose }: CalendarPanelProps) {
  return (
    <I18nProvider locale={document.documentElement.lang || 'zh-CN'}>
      <Calendar
        autoFocus
        aria-label={value}
        defaultValue={read(value)}
        minValue={read(min)}
        maxValue={read(max)}
        onChange={(day) => day && onChoose(day.toString().slice(0, 10))}
      >
        <Calendar.Header>
          <Calendar.NavButton slot="previous" />
          <Calendar.Heading />
          <Calendar.NavButton slot="next" />
        </Calendar.Header>
        <Calendar.Grid>
          <Calendar.GridHeader>
            {(day) => <Calendar.HeaderCell>{day}</Calendar.HeaderCell>}
          </Calendar.GridHeader>
          <Calendar.GridBody>{(date) => <Calendar.Cell date={date} />}</Calendar.GridBody>
        </Calendar.Grid>
      </Calendar>
    </I18nProvider>
  );
}

function read(text: string | undefined): CalendarDate | undefined {
  try {
    return text ? parseDate(text) : undefined;
  } catch {
    return undefined;
  }
}
