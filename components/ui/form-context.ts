'use client';

import { createContext, useContext } from 'react';

/** What a form tells the fields inside it. */
export type FormState = {
  pending: boolean;
  /** Sentence per dotted path, from the server. */
  errors: Record<string, string>;
  /** What was entered before the page was made anew, by control; only where there is no script. */
  typed?: Record<string, string[]>;
  /** Forgets a complaint once the person changes the field. */
  forget: (name: string) => void;
};

export const FormContext = createContext<FormState>({
  pending: false,
  errors: {},
  forget: () => {},
});
export const useFormState = () => useContext(FormContext);

/** What a field tells the control inside it. */
export type FieldState = {
  id: string;
  name?: string;
  required?: boolean;
  invalid: boolean;
  describedBy?: string;
};

export const FieldContext = createContext<FieldState | null>(null);
export const useField = () => useContext(FieldContext);

/** `files[]` and `files` are the same path in an answer. */
export const pathOf = (name: string) => name.replace(/\[\]$/, '');

/** `files` above `files.licence`: an object that is missing whole, not the row of a list. */
const above = (path: string, name: string) =>
  name.startsWith(`${path}.`) && !/^\d+(\.|$)/.test(name.slice(path.length + 1));

/** Whether a field shows a complaint: about itself, about what is inside it, or about the object it belongs to. */
export const covers = (name: string, path: string) =>
  path === name || path.startsWith(`${name}.`) || above(path, name);

/**
 * The complaint about a field: its own, that of the object it is part of when the whole is
 * missing, or for a list the first about one of its items.
 */
export function complaintAbout(errors: Record<string, string>, name: string): string | undefined {
  const path = pathOf(name);
  if (errors[path]) return errors[path];
  const whole = Object.keys(errors).find((key) => above(key, path));
  if (whole) return errors[whole];
  if (!name.endsWith('[]')) return undefined;
  const item = Object.keys(errors).find((key) => key.startsWith(`${path}.`));
  return item ? errors[item] : undefined;
}
