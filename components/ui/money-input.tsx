'use client';

import type { ComponentProps } from 'react';
import { TextInput } from './text-input';
import { tidyMoney } from './tidy';

type Props = Omit<ComponentProps<typeof TextInput>, 'prefix' | 'type' | 'defaultValue'> & {
  /** Yuan as text, e.g. from `fenToYuan`: `1234.50`. */
  defaultValue?: string;
};

/** An amount in yuan; the form carries the text, the server turns it into fen. */
export function MoneyInput({ onBlur, className, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      className={className ?? 'input-box--money'}
      onBlur={(event) => {
        event.target.value = tidyMoney(event.target.value);
        onBlur?.(event);
      }}
    />
  );
}
