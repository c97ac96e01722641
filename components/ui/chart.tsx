import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useTranslations } from 'next-intl';

export type ChartPoint = { label: string; value: number; shown: string };

const EDGE = { top: 12, right: 8, bottom: 26, left: 56 };
const SIZES = { wide: [960, 240], half: [560, 220], narrow: [340, 190] } as const;

/**
 * Bars or a line, drawn on the server. Every figure is also in a table that screen readers read
 * and everybody can open.
 * @param points in order; `shown` is the figure as people read it, e.g. `¥1,234.50`
 * @param tick turns an axis value into words
 */
export function Chart({
  title,
  points,
  kind = 'bars',
  size = 'wide',
  tick = String,
}: {
  title: string;
  points: ChartPoint[];
  kind?: 'bars' | 'line';
  /** How wide it will be shown, so that words keep their size: a page, half of it, a side column. */
  size?: keyof typeof SIZES;
  tick?: (value: number) => string;
}) {
  const t = useTranslations('ui.chart');
  const [width, height] = SIZES[size];
  const x = scaleBand(
    points.map(({ label }) => label),
    [EDGE.left, width - EDGE.right],
  ).padding(0.35);
  const top = Math.max(1, ...points.map(({ value }) => value));
  const y = scaleLinear([0, top], [height - EDGE.bottom, EDGE.top]).nice(4);
  const middle = (label: string) => (x(label) ?? 0) + x.bandwidth() / 2;
  const path = line<ChartPoint>(
    ({ label }) => middle(label),
    ({ value }) => y(value),
  )(points);
  const every = Math.ceil(points.length / (size === 'wide' ? 12 : 6));
  return (
    <figure className={`chart chart--${size}`}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {y.ticks(4).map((value) => (
          <g key={value} transform={`translate(0 ${y(value)})`}>
            <line x1={EDGE.left} x2={width - EDGE.right} className="chart__grid" />
            <text x={EDGE.left - 8} dy="0.32em" textAnchor="end" className="chart__word">
              {tick(value)}
            </text>
          </g>
        ))}
        {points.map(({ label, value, shown }, index) => (
          <g key={label}>
            <title>{`${label} ${shown}`}</title>
            {kind === 'bars' ? (
              <rect
                x={x(label)}
                width={x.bandwidth()}
                y={y(value)}
                height={Math.max(0, y(0) - y(value))}
                rx={2}
                className="chart__bar"
              />
            ) : (
              <circle cx={middle(label)} cy={y(value)} r={3} className="chart__dot" />
            )}
            {index % every === 0 && (
              <text x={middle(label)} y={height - 8} textAnchor="middle" className="chart__word">
                {label}
              </text>
            )}
          </g>
        ))}
        {kind === 'line' && path && <path d={path} className="chart__line" />}
      </svg>
      <details className="chart__table">
        <summary className="link">{t('figures')}</summary>
        <table>
          <caption className="sr-only">{title}</caption>
          <tbody>
            {points.map(({ label, shown }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
