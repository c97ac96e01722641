'use client';

import { useField, useFormState } from './form-context';

/**
 * What a person without script had entered when the form was refused: the page is a new one, and the controls take
 * their values from here instead of from the record. Nothing otherwise.
 */
export function useTyped(own: { name?: string }) {
  const { typed } = useFormState();
  const field = useField();
  const name = own.name ?? field?.name;
  const values = typed && name ? (typed[name] ?? []) : undefined;
  return {
    /** The text, where the name has one value. */
    text: (fallback: string | undefined): string | undefined =>
      values?.length === 1 ? values[0] : fallback,
    /** Whether a box with this value was ticked. */
    ticked: (value: string, fallback: boolean | undefined): boolean | undefined =>
      values ? values.includes(value) : fallback,
  };
}

/** The default of a control as text. */
export const initialText = (value: string | number | readonly string[] | undefined) =>
  value === undefined ? undefined : String(value);
