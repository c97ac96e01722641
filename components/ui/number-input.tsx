'use client';

import type { ComponentProps } from 'react';
import { TextInput } from './text-input';

/** A whole number or decimal as text with the right keyboard; never the browser's spinning wheel. */
export function NumberInput({
  decimal,
  ...rest
}: Omit<ComponentProps<typeof TextInput>, 'type' | 'max'> & { decimal?: boolean }) {
  return (
    <TextInput
      {...rest}
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      className={rest.className ?? 'input-box--number'}
    />
  );
}
