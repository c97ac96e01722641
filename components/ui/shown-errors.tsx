'use client';

import type { ReactNode } from 'react';
import { FormContext } from './form-context';

/** Tells the fields of a form that the address carries what is wrong with them, as an action's answer does. */
export function ShownErrors({
  errors,
  children,
}: {
  /** Sentence per field. */
  errors: Record<string, string>;
  children: ReactNode;
}) {
  return (
    <FormContext.Provider value={{ pending: false, errors, forget: () => {} }}>
      {children}
    </FormContext.Provider>
  );
}
