import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** A sentence that people must see. `live` announces it when it appears. */
export function Alert({
  tone = 'info',
  title,
  actions,
  live,
  children,
}: {
  tone?: Exclude<Tone, 'neutral' | 'accent'>;
  title?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice--${tone}`} role={live ? 'alert' : undefined}>
      <Icon aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
