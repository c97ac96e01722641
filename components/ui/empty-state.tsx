import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a list says when it is empty: what would be here, and the way to get there. */
export function EmptyState({
  title,
  children,
  actions,
  icon,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
      <span className="mb-3 grid size-12 place-items-center rounded-full bg-default text-muted [&_svg]:size-6">
        {icon ?? <Inbox aria-hidden="true" strokeWidth={1.5} />}
      </span>
      <div className="font-medium">{title}</div>
      {children && <div className="mt-1 text-muted">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
