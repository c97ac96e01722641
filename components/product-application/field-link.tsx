'use client';

import type { MouseEvent, ReactNode } from 'react';
import { stepOf } from '@/lib/workflows/product-application/form/limits';

/** Leads to a field of the form, on whatever page it is. */
export function FieldLink({
  base,
  path,
  onField,
  children,
}: {
  base: string;
  path: string;
  onField: (path: string) => void;
  children: ReactNode;
}) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onField(path);
  };
  return (
    <a className="link underline" href={`${base}?step=${stepOf(path)}&field=${path}`} onClick={go}>
      {children}
    </a>
  );
}
