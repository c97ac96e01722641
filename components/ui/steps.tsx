import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { ToneMark } from './tone';

export type Step = {
  key: string;
  label: ReactNode;
  /** Steps that may be visited are links. */
  href?: string;
  state: 'done' | 'todo' | 'wrong';
  hint?: ReactNode;
};

/** The rail of a wizard: which step, what is done, where something is wrong. */
export function Steps({
  items,
  current,
  label,
}: {
  items: Step[];
  current: string;
  label: string;
}) {
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {items.map((step, index) => {
          const here = step.key === current;
          const body = (
            <>
              <span className={cx('steps__mark', `steps__mark--${step.state}`)}>
                {step.state === 'done' && <ToneMark tone="success" />}
                {step.state === 'wrong' && <ToneMark tone="warning" />}
                {step.state === 'todo' && index + 1}
              </span>
              <span className="min-w-0">
                <span className="steps__label">{step.label}</span>
                {step.hint && <span className="steps__hint">{step.hint}</span>}
              </span>
            </>
          );
          return (
            <li key={step.key} data-here={here || undefined}>
              {step.href && !here ? (
                <Link href={step.href} prefetch={false} className="steps__item">
                  {body}
                </Link>
              ) : (
                <span className="steps__item" aria-current={here ? 'step' : undefined}>
                  {body}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
