'use client';

import type { ReactNode } from 'react';
import { Button } from './button';

/** Closes the dialog it is in and changes nothing. */
export function CloseDialog({ children }: { children: ReactNode }) {
  return (
    <Button onClick={(event) => event.currentTarget.closest('dialog')?.close()}>{children}</Button>
  );
}
