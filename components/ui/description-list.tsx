import type { CSSProperties, ReactNode } from 'react';
import { cx } from './class-names';

export type Fact = { label: ReactNode; value: ReactNode; wide?: boolean };

/** Labelled facts in columns; an empty value shows a dash. `short`: figures, two abreast on a phone. */
export function DescriptionList({
  items,
  columns = 2,
  short = false,
}: {
  items: Fact[];
  columns?: 1 | 2 | 3 | 4;
  short?: boolean;
}) {
  return (
    <dl
      className={cx('facts', short && 'facts--short')}
      style={{ '--facts-columns': columns } as CSSProperties}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts never move
        <div key={index} className={cx(item.wide && 'facts__wide')}>
          <dt>{item.label}</dt>
          <dd className="num">
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className="text-muted">–</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
