import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** The one card of a sign-in page: what it is, the form, and the ways elsewhere. */
export function AuthCard({
  title,
  description,
  links,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  links?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-5">
      <Card className="grid gap-5">
        <header className="grid gap-1">
          <h1 className="text-xl font-semibold">{title}</h1>
          {description && <div className="text-muted">{description}</div>}
        </header>
        {children}
      </Card>
      {links && <div className="flex flex-wrap justify-center gap-x-5 gap-y-2">{links}</div>}
    </div>
  );
}
