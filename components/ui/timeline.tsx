import type { ReactNode } from 'react';
import type { Tone } from './tone';

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** who · when, already in words */
  meta?: ReactNode;
  tone?: Tone;
  children?: ReactNode;
};

/** What happened, newest first. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id} className={`timeline__item timeline__item--${item.tone ?? 'neutral'}`}>
          <p>{item.title}</p>
          {item.meta && <p className="text-[13px] text-muted num">{item.meta}</p>}
          {item.children && <div className="mt-1">{item.children}</div>}
        </li>
      ))}
    </ol>
  );
}
