import { useTranslations } from 'next-intl';
import { DateInputClient, type DateInputProps } from './date-input-client';

/**
 * A day, typed as `2026-11-21` or chosen from a calendar in the reader's language. The calendar is
 * fetched when it is first opened; typing works without it, and without script.
 */
export function DateInput(props: DateInputProps) {
  const t = useTranslations('ui.date');
  return <DateInputClient {...props} words={{ placeholder: t('placeholder'), open: t('open') }} />;
}
