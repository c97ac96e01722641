import type { Column, Row } from '@/components/ui/data-table';
import { toneOf } from '@/components/workflow/tones';
import type { violations } from '@/db/schema';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

type Violation = typeof violations.$inferSelect;

/** Columns of violations; staff also see whose they are. */
export const violationColumns = (t: Translate, merchant: boolean): Column[] => [
  { key: 'behaviour', header: t('field.behaviour'), kind: 'link', wrap: true },
  ...(merchant ? [{ key: 'merchant', header: t('field.merchant'), wrap: true }] : []),
  { key: 'points', header: t('field.points'), kind: 'number' },
  { key: 'handling', header: t('detail.consequences'), wrap: true },
  { key: 'state', header: t('field.state'), kind: 'badge' },
  { key: 'recordedAt', header: t('field.recordedAt'), kind: 'date' },
];

/** Violations as rows of the table. */
export function violationRows(
  rows: Violation[],
  path: string,
  { t, locale, format }: { t: Translate; locale: Locale; format: Format },
): Row[] {
  return rows.map((row) => {
    const done = [
      row.merchantAction === 'none' ? '' : t(`merchantAction.${row.merchantAction}`),
      row.productAction === 'none' ? '' : t(`productAction.${row.productAction}`),
    ].filter(Boolean);
    return {
      id: row.id,
      href: `${path}/${row.id}`,
      ...(row.state === 'answered' ? { tone: 'warning' as const } : {}),
      cells: {
        behaviour: {
          text: row.behaviourText[locale],
          ...(row.productName ? { sub: row.productName } : {}),
        },
        merchant: row.merchantName,
        points: row.points,
        handling: done.join(' · '),
        state: { text: t(`state.${row.state}`), tone: toneOf('violation', row.state) },
        recordedAt: format.dateTime(row.recordedAt),
      },
    };
  });
}
