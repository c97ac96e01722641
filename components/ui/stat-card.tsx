import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import type { Tone } from './tone';

/** One figure; with `href` it leads to the list that it counts. */
export function StatCard({
  label,
  value,
  hint,
  href,
  tone,
}: {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  href?: string;
  /** Colours the figure when it asks for action. */
  tone?: Extract<Tone, 'warning' | 'danger'>;
}) {
  const body = (
    <>
      <span className="text-[13px] text-muted">{label}</span>
      <span
        className={cx(
          'num mt-1 block text-[26px] leading-8 font-semibold tracking-tight',
          tone === 'danger' && 'text-danger',
          tone === 'warning' && 'text-warning-soft-foreground',
        )}
      >
        {value}
      </span>
      {hint && <span className="mt-0.5 block text-[13px] text-muted">{hint}</span>}
    </>
  );
  if (!href) return <div className="card px-5 py-4">{body}</div>;
  return (
    <Link
      href={href}
      prefetch={false}
      className="card block px-5 py-4 text-foreground no-underline transition-colors hover:border-accent"
    >
      {body}
    </Link>
  );
}
