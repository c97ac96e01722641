import type { ReactNode } from 'react';
import { cx } from './class-names';

/** A plain surface. `flush` leaves out the padding (for tables and lists). */
export function Card({
  flush,
  className,
  children,
}: {
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return <div className={cx('card', !flush && 'card__body', className)}>{children}</div>;
}

/** A titled part of a page. `id` makes it a link target for the page's own index. */
export function Section({
  id,
  title,
  description,
  actions,
  flush,
  children,
}: {
  id?: string;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="card scroll-mt-20" id={id}>
      <header className="card__head">
        <div className="min-w-0">
          <h2>{title}</h2>
          {description && <p className="text-[13px] text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className={flush ? undefined : 'card__body'}>{children}</div>
    </section>
  );
}
