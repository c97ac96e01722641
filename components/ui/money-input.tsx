'use client';

import type { ComponentProps } from 'react';
import { TextInput } from './text-input';

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
        const plain = event.target.value.replace(/[\u00a5\uffe5,\uff0c\s]/g, '');
        const [, whole, cents = ''] = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
        if (whole !== undefined) event.target.value = `${whole}.${cents.padEnd(2, '0')}`;
        onBlur?.(event);
      }}
    />
  );
}
