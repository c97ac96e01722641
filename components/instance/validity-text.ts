import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

/** A validity in one phrase: days from and until, or without end. */
export function validityText(
  row: { validFrom: Date; validUntil: Date | null },
  t: Translate,
  format: Format,
): string {
  const from = format.date(row.validFrom);
  return row.validUntil
    ? t('range', { from, until: format.date(row.validUntil) })
    : t('noEndFrom', { from });
}
