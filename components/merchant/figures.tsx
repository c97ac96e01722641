import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/components/ui/card';
import { Chart } from '@/components/ui/chart';
import { formatCount, formatMoney } from '@/lib/i18n/format';
import type { MonthFigures } from '@/lib/records/merchant/figures';

/** The last twelve months as four figures and four charts (onboarding.md 7.1). */
export function Figures({ figures, money }: { figures: MonthFigures[]; money: boolean }) {
  const t = useTranslations('merchant.overview');
  const short = new Intl.NumberFormat(useLocale(), { notation: 'compact' });
  const counted = (key: 'paidOrders' | 'views' | 'visitors') => ({
    key,
    total: formatCount(figures.reduce((sum, month) => sum + month[key], 0)),
    points: figures.map((month) => ({
      label: month.month,
      value: month[key],
      shown: formatCount(month[key]),
    })),
  });
  const amount = {
    key: 'amount',
    total: formatMoney(figures.reduce((sum, month) => sum + month.amount, 0n)),
    points: figures.map((month) => ({
      label: month.month,
      // A picture, not an account: yuan as a plain number are exact enough for the height of a bar.
      value: Number(month.amount) / 100,
      shown: formatMoney(month.amount),
    })),
  };
  const charts = [
    ...(money ? [amount, counted('paidOrders')] : []),
    counted('views'),
    counted('visitors'),
  ];
  const label = (month: string) => month.slice(2).replace('-', '/');
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {charts.map(({ key, total, points }) => (
        <Section key={key} title={t(`figure.${key}`)} description={t('figure.total', { total })}>
          {points.every(({ value }) => value === 0) ? (
            <p className="text-muted">{t(`figureNone.${key}`)}</p>
          ) : (
            <Chart
              title={t(`figure.${key}`)}
              size="half"
              points={points.map((point) => ({ ...point, label: label(point.label) }))}
              // Few things counted make an axis with halves, which would only confuse.
              tick={(value) => (Number.isInteger(value) ? short.format(value) : '')}
            />
          )}
        </Section>
      ))}
    </div>
  );
}
