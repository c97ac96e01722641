import { useTranslations } from 'next-intl';
import { DateTimeInputClient, type DateTimeInputProps } from './date-time-input-client';

/**
 * A moment in the marketplace's time zone, sent as `2026-11-21T14:05`. Two plain texts, so that it
 * reads the same in every browser.
 */
export function DateTimeInput(props: DateTimeInputProps) {
  const t = useTranslations('ui.date');
  return (
    <DateTimeInputClient
      {...props}
      words={{ placeholder: t('placeholder'), open: t('open'), time: t('time') }}
    />
  );
}
