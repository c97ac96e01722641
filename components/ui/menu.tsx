import type { ReactNode } from 'react';
import { cx } from './class-names';

/**
 * A menu that works without script (`<details>`); the shell closes it on Escape, on a click
 * elsewhere and on navigation. Items are links or form buttons with the class `menu__item`.
 */
export function Menu({
  trigger,
  label,
  triggerClass,
  start,
  children,
}: {
  trigger: ReactNode;
  /** Spoken name of the trigger when it shows only an icon. */
  label?: string;
  triggerClass?: string;
  /** Aligns the panel with the start of the trigger instead of its end. */
  start?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={cx('menu', start && 'menu--start')} data-menu="">
      <summary className={triggerClass} aria-label={label} title={label}>
        {trigger}
      </summary>
      <div className="menu__panel">{children}</div>
    </details>
  );
}
