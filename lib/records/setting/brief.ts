import { formatBytes, formatMoney } from '@/lib/i18n/format';
import type { Translate } from '@/lib/i18n/translator';
import type { SettingUnit } from '@/lib/settings/define';

/** A rule's value in a few words: lengths with their unit, switches as yes or no, tables by their size. */
export function brief(value: unknown, unit: SettingUnit, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (unit === 'bytes') return formatBytes(Number(value));
  if (unit === 'fen') return formatMoney(BigInt(String(value)));
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string')
      ? value.join(t('comma')) || t('none')
      : t('entries', { count: value.length });
  if (value && typeof value === 'object') return t('entries', { count: Object.keys(value).length });
  const units = ['workingDays', 'days', 'hours', 'minutes', 'seconds', 'percent', 'pixels'];
  return units.includes(unit) ? t(`unit.${unit}`, { count: Number(value) }) : String(value);
}
